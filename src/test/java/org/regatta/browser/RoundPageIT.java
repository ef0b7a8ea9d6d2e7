package org.regatta.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.regatta.OpenRound;
import org.regatta.RegattaTest;
import org.regatta.identity.Acting;
import org.regatta.identity.Role;
import org.regatta.jury.Juries;
import org.regatta.jury.NewJuror;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The page of an evaluation round that is open: who is how far, when it will end, and a reminder. */
@RegattaTest
class RoundPageIT {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Test
    void showsWhoIsHowFarAndForecastsTheEnd() {
        var round = new OpenRound(context, 6, 4);
        round.submits(0, 6);
        round.submits(1, 3);
        round.submits(2, 1);
        handedInOverDays(round);
        GuidePicture.named(round.scene);
        try (var organiser = visitor(Locale.ENGLISH).signIn(round.signsIn(round.scene.admin), OpenRound.PASSWORD)) {
            organiser.open("/rounds/" + round.roundId);
            var page = organiser.page();
            assertThat(page.textContent("#progress-title")).isEqualTo("Progress of 4 jurors");
            assertThat(page.locator("#progress-list tbody tr").first().textContent())
                    .contains("J4", "0 of 6", "never", "late");
            assertThat(page.textContent("#forecast")).contains("14 left now", "Eight times in ten between");
            organiser.judge("round-progress");
            GuidePicture.inBothLanguages(page, "organiser-round", "#forecast");
            page.click("#progress-list th a:has-text('Submitted')");
            assertThat(page.locator("#progress-list tbody tr").first().textContent())
                    .contains("J1", "6 of 6", "done");
            page.click("text=By project");
            assertThat(page.textContent("#progress-title")).isEqualTo("Progress of 6 projects");
            organiser.judge("round-projects");
        }
        try (var french = visitor(Locale.FRENCH).signIn(round.signsIn(round.scene.admin), OpenRound.PASSWORD)) {
            french.open("/rounds/" + round.roundId).judge("round-progress-fr");
        }
        Acting.asNobody();
    }

    @Test
    void remindsThoseBehindAfterAPreviewOfEveryLetterAndTakesItBackByThumbAndByKeyboardAlone() {
        var round = new OpenRound(context, 3, 3);
        round.submits(0, 3);
        // somebody who was not there when the projects were assigned
        var newcomer = new NewJuror(round.scene.person("newcomer"), "J9", BigDecimal.ONE, false);
        round.scene.bean(Juries.class).addJurors(round.jury.id(), List.of(newcomer));
        var email = round.signsIn(round.scene.admin);
        try (var organiser =
                Visitor.onAPhone(Chromium.running(), "http://localhost:" + port).signIn(email, OpenRound.PASSWORD)) {
            organiser.open("/rounds/" + round.roundId);
            var thumb = new Thumb(organiser.page());
            reminds(organiser.page(), thumb, organiser::fitsHere);
            replacesASilentJuror(organiser.page(), thumb, organiser::fitsHere);
        }
        try (var organiser = visitor(Locale.ENGLISH).signIn(email, OpenRound.PASSWORD)) {
            organiser.open("/rounds/" + round.roundId);
            var keys = new Keyboard(organiser.page());
            reminds(organiser.page(), keys, organiser::judge);
            keepsAReminder(organiser.page(), keys, organiser::judge);
            replacesASilentJuror(organiser.page(), keys, organiser::judge);
            changesTheJurorsOfAProject(organiser.page(), keys, organiser::judge);
        }
        assertThat(sent(round.roundId)).isZero();
        Acting.asNobody();
    }

    private static void reminds(Page page, Hands hands, Consumer<String> looks) {
        hands.go("text=Remind those behind");
        assertThat(page.textContent("h1")).isEqualTo("Two jurors have something left");
        looks.accept("reminder");
        hands.type("#body", "Dear {{nmae}}");
        hands.go("text=Preview the letters");
        assertThat(page.textContent("[role=alert]")).contains("{{nmae}}");
        assertThat(page.inputValue("#body")).isEqualTo("Dear {{nmae}}");
        hands.type("#body", "Dear {{name}}, {{left}} of {{assigned}} are left.");
        assertThat(page.isVisible("input[name=to]")).isFalse();
        hands.press("input[value=ALL_BUT]");
        hands.press("input[name=to]");
        looks.accept("reminder-single");
        hands.go("text=Preview the letters");
        assertThat(page.textContent("#previews")).isEqualTo("One letter would leave");
        assertThat(page.textContent(".rg-letter-text")).isEqualTo("Dear juror, 3 of 3 are left.");
        looks.accept("reminder-preview");
        hands.go("text=Send to one person");
        assertThat(page.textContent("[role=status]")).contains("on their way");
        assertThat(page.textContent("#mailings")).contains("leaves for one person");
        looks.accept("reminder-sent");
        hands.go("#mailings button");
        assertThat(page.textContent("[role=status]")).contains("taken back");
    }

    @Test
    void showsAnObserverProjectsButNotWhoEvaluates() {
        var round = new OpenRound(context, 2, 2);
        var observer = round.scene.person("observer", Role.OBSERVER);
        try (var visitor = visitor(Locale.ENGLISH).signIn(round.signsIn(observer), OpenRound.PASSWORD)) {
            visitor.open("/rounds/" + round.roundId);
            assertThat(visitor.page().textContent("#progress-title")).isEqualTo("Progress of 2 projects");
            assertThat(visitor.page().textContent("main")).doesNotContain("By juror", "Remind", "J1");
            visitor.open("/rounds/" + round.roundId + "/reminder");
            assertThat(visitor.page().textContent("h1")).contains("You may not do this");
        }
        Acting.asNobody();
    }

    private static void keepsAReminder(Page page, Hands hands, Consumer<String> looks) {
        hands.go("text=The reminder before its deadline");
        assertThat(page.inputValue("#hours")).isEqualTo("48");
        hands.type("#hours", "24");
        hands.go("text=Look at the letter");
        assertThat(page.textContent(".rg-letter-text")).contains("5 of your 12 evaluations");
        looks.accept("round-reminder");
        hands.go("text=Keep this reminder");
        assertThat(page.textContent("[role=status]")).contains("leaves by itself");
    }

    /** Gives everything to the one who has nothing yet, and takes it back. */
    private static void replacesASilentJuror(Page page, Hands hands, Consumer<String> looks) {
        hands.go("#progress-list a:has-text('Replace')");
        assertThat(page.textContent("main")).contains("3 evaluations are not in", "Spread over those who are free");
        looks.accept("replacement");
        hands.type("#reason", "Not heard of for a week");
        hands.go("text=Give them away");
        assertThat(page.textContent("[role=status]")).contains("somebody else’s now");
        looks.accept("replacement-done");
        hands.go("[data-done] button");
        assertThat(page.textContent("[role=status]")).contains("the juror’s again");
    }

    /** One hands the project over, and the other is taken off; jurors of the same name are told apart by their labels alone. */
    private static void changesTheJurorsOfAProject(Page page, Hands hands, Consumer<String> looks) {
        hands.go("text=By project");
        hands.go("#progress-list a:has-text('Jurors…')");
        assertThat(page.textContent("h1")).startsWith("Jurors of");
        page.selectOption("#assignmentId", new SelectOption().setLabel("juror · J2"));
        page.selectOption("#to", new SelectOption().setLabel("newcomer · J9"));
        hands.type("#reason", "Asked to be relieved");
        looks.accept("project-jurors");
        hands.go("text=Take off");
        assertThat(page.textContent("[data-done]")).contains("handed over");
        assertThat(page.textContent("main")).contains("replaced by another");
        page.selectOption("#assignmentId", new SelectOption().setLabel("newcomer · J9"));
        hands.type("#reason", "Not needed after all");
        hands.go("text=Take off");
        assertThat(page.textContent("[data-done]")).contains("off this project");
    }

    /** As if the round had been open for four days. */
    private static void handedInOverDays(OpenRound round) {
        round.scene
                .rows()
                .sql("update round set opened_at = now() - interval '4 days' where id = ?")
                .param(round.roundId)
                .update();
        round.scene.rows().sql("""
                        update evaluation e set submitted_at = now() - n.at * interval '9 hours'
                        from (select id, row_number() over (order by id) as at from evaluation where round_id = ?) n
                        where n.id = e.id""").param(round.roundId).update();
    }

    private long sent(UUID roundId) {
        return context.getBean(JdbcClient.class)
                .sql("select count(*) from mailing where subject_id = ? and discarded_at is null")
                .param(roundId)
                .query(Long.class)
                .single();
    }

    private Visitor visitor(Locale language) {
        return new Visitor(Chromium.running(), "http://localhost:" + port, language);
    }
}
