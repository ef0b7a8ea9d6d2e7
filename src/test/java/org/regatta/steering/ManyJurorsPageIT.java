package org.regatta.steering;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.OpenRound;
import org.regatta.RegattaTest;
import org.regatta.identity.Acting;
import org.regatta.identity.Browser;
import org.regatta.jury.Juries;
import org.regatta.jury.NewJuror;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Where an organiser chooses among more jurors than a page shows. */
@RegattaTest
class ManyJurorsPageIT {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    private OpenRound round;
    private Browser browser;
    private UUID lastPerson;
    private UUID lastJuror;

    @BeforeEach
    void fiftyThreeJurorsHaveOneProject() throws Exception {
        round = new OpenRound(context, 1, 1);
        var others = new ArrayList<NewJuror>();
        for (int at = 2; at <= 53; at++) {
            others.add(new NewJuror(round.scene.person("juror"), "J" + at, BigDecimal.ONE, false));
        }
        lastPerson = others.getLast().personId();
        lastJuror = round.scene
                .bean(Juries.class)
                .addJurors(round.jury.id(), others)
                .getLast();
        browser = new Browser(port);
        browser.signIn(round.signsIn(round.scene.admin), OpenRound.PASSWORD);
    }

    @AfterEach
    void nobodyIsAtWork() {
        Acting.asNobody();
    }

    @Test
    void aReminderShowsFiftyFindsTheOthersAndGoesToAllOrToAllButSome() throws Exception {
        everybodyReads();
        var page = "/rounds/" + round.roundId + "/reminder";
        var begun = browser.get(page).body();
        assertThat(times(begun, "type=\"checkbox\" name=\"to\"")).isEqualTo(50);
        assertThat(begun).contains("All 53 who are behind").doesNotContain(lastPerson.toString());
        var fields = new LinkedHashMap<String, String>();
        fields.put("_csrf", browser.csrf(page));
        fields.put("subject", "Still open");
        fields.put("body", "Dear {{name}}, {{left}} of yours are not in.");
        fields.put("who", "ALL_BUT");
        fields.put("q", "j53");

        var found = browser.post(page + "/people", fields).body();

        assertThat(times(found, "type=\"checkbox\" name=\"to\"")).isEqualTo(1);
        assertThat(found).contains(lastPerson.toString(), "1 juror found", "Still open");
        fields.put("to", lastPerson.toString());
        fields.put("q", "nobody is called so");
        assertThat(browser.post(page + "/people", fields).body()).contains(lastPerson.toString(), "nobody found");
        var preview = browser.post(page + "/preview", fields).body();
        assertThat(preview).contains("52 letters would leave", "42 more letters", "Send to 52 people");
        assertThat(times(preview, "<div class=\"rg-letter\">")).isEqualTo(10);
        fields.put("who", "ALL");
        assertThat(browser.post(page + "/preview", fields).body()).contains("Send to 53 people");
    }

    @Test
    void aReplacementShowsFiftyFindsTheOthersAndKeepsWhatWasTyped() throws Exception {
        var page = "/rounds/" + round.roundId + "/jurors/" + round.jury.jurors().getFirst() + "/replacement";
        var begun = browser.get(page).body();
        // fifty, and spreading over those who are free
        assertThat(times(begun, "type=\"radio\" name=\"replacementId\"")).isEqualTo(51);
        assertThat(begun).contains("may take all").doesNotContain(lastJuror.toString());
        var fields = new LinkedHashMap<String, String>();
        fields.put("_csrf", browser.csrf(page));
        fields.put("reason", "Silent since Monday");
        fields.put("q", "J53");

        var found = browser.post(page + "/people", fields).body();

        assertThat(found).contains(lastJuror.toString(), "1 juror found", "Silent since Monday");
        fields.put("replacementId", lastJuror.toString());
        browser.post(page, fields);
        assertThat(round.scene
                        .rows()
                        .sql("select juror_id from assignment where round_id = ? and state = 'ACTIVE'")
                        .param(round.roundId)
                        .query(UUID.class)
                        .list())
                .containsExactly(lastJuror);
    }

    @Test
    void aProjectGetsOneMoreJurorWhoIsFoundAndIsTakenOffAgain() throws Exception {
        var project = "/projects/" + round.projects.getFirst();
        var page = "/rounds/" + round.roundId + project + "/jurors";
        assertThat(browser.get(project).body()).contains("href=\"" + page);
        assertThat(browser.get("/rounds/" + round.roundId + "?show=projects").body())
                .contains("href=\"" + page);
        var begun = browser.get(page).body();
        assertThat(times(begun, "type=\"radio\" name=\"jurorId\"")).isEqualTo(50);
        assertThat(begun).contains("evaluates it").doesNotContain(lastJuror.toString());
        assertThat(browser.get(page + "?q=j53").body()).contains(lastJuror.toString(), "1 juror found");
        var fields = new LinkedHashMap<String, String>();
        fields.put("_csrf", browser.csrf(page));

        assertThat(browser.post(page, fields).body()).contains("No juror is chosen.");
        fields.put("jurorId", lastJuror.toString());
        browser.post(page, fields);

        assertThat(state(lastPerson)).isEqualTo("ACTIVE");
        assertThat(browser.get(page).body()).contains("The juror has the project now", ">2</span>");
        assertThat(browser.post(page, fields).body()).contains("has the project in this round, or had it");
        fields.put("assignmentId", assignment(lastPerson).toString());
        fields.put("reason", " ");
        assertThat(browser.post(page + "/remove", fields).statusCode()).isEqualTo(422);
        fields.put("reason", "The wrong one");
        browser.post(page + "/remove", fields);
        assertThat(state(lastPerson)).isEqualTo("RECUSED");
        assertThat(browser.get(page).body()).contains("taken off");
    }

    private String state(UUID personId) {
        return ofAssignment("state", personId, String.class);
    }

    private UUID assignment(UUID personId) {
        return ofAssignment("id", personId, UUID.class);
    }

    private <T> T ofAssignment(String column, UUID personId, Class<T> type) {
        return round.scene
                .rows()
                .sql("select " + column + " from assignment where round_id = ? and person_id = ?")
                .params(round.roundId, personId)
                .query(type)
                .single();
    }

    /** The engine gives a project to no more than fifty jurors: these read it in the database only. */
    private void everybodyReads() {
        round.scene
                .rows()
                .sql("""
                        insert into assignment (id, round_id, project_id, juror_id, person_id, state, created_at)
                        select assignment_id(), :round, :project, j.id, j.person_id, 'ACTIVE', now()
                        from juror j where j.jury_id = :jury on conflict do nothing""")
                .param("round", round.roundId)
                .param("project", round.projects.getFirst())
                .param("jury", round.jury.id())
                .update();
    }

    private static int times(String page, String text) {
        return page.split(text, -1).length - 1;
    }
}
