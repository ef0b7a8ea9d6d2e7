package org.regatta.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.identity.Acting;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** A team's whole way, from the open call to the end: with the keyboard alone, and by thumb. Files: {@link FilePagesIT}. */
@RegattaTest
class ApplicantsWaysIT {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @AfterEach
    void nobodyIsLeft() {
        Acting.asNobody();
    }

    @Test
    void goesFromTheCallToAProjectHandedInAndTakenBackByKeyboardAlone() {
        new OpenCall(context).applicant("keys@team.example");
        try (var visitor = new Visitor(Chromium.running(), address(), Locale.ENGLISH)
                .signIn("keys@team.example", OpenCall.PASSWORD)) {
            goesFromTheCallToTheEnd(visitor, new Keyboard(visitor.page()), look -> {
                visitor.judge(look);
                if (look.equals("write")) {
                    GuidePicture.inBothLanguages(visitor.page(), "applicant-write", "#summary");
                }
            });
        }
    }

    @Test
    void goesFromTheCallToAProjectHandedInAndTakenBackByThumb() {
        new OpenCall(context).applicant("thumb@team.example");
        try (var visitor =
                Visitor.onAPhone(Chromium.running(), address()).signIn("thumb@team.example", OpenCall.PASSWORD)) {
            goesFromTheCallToTheEnd(visitor, new Thumb(visitor.page()), visitor::fitsHere);
        }
    }

    private static void goesFromTheCallToTheEnd(Visitor visitor, Hands hands, Consumer<String> looks) {
        var page = visitor.page();
        assertThat(visitor.path()).isEqualTo("/my-projects");
        looks.accept("mine-call");
        hands.go("a:has-text('Enter a project')");
        looks.accept("begin");
        hands.type("#title", "Seagrass Ledger");
        page.evaluate("document.querySelector('#teamName').required = false");
        hands.go("main button[type=submit]");
        assertThat(page.textContent("#teamName-says")).isNotBlank();
        looks.accept("begin-wrong");
        hands.type("#teamName", "Ledger Crew");
        hands.go("main button[type=submit]");
        page.waitForURL(url -> url.endsWith("/write"));

        hands.type("#summary", "We map seagrass.\nWith divers.");
        saved(visitor);
        looks.accept("write");
        page.reload();
        assertThat(page.inputValue("#summary")).isEqualTo("We map seagrass.\nWith divers.");
        hands.go("button:has-text('Save and look at it')");
        looks.accept("own-draft");

        hands.press("a:has-text('Hand in…')");
        looks.accept("own-submit-asks");
        hands.go("dialog button:has-text('Hand in the project')");
        assertThat(page.textContent("[role=status]")).contains("Your project is handed in");
        assertThat(page.textContent("h1")).contains("is in; Round judging comes next");
        looks.accept("own-submitted");

        hands.press("a:has-text('Withdraw project…')");
        page.keyboard().press("Escape");
        assertThat(page.isVisible("dialog#withdraw")).isFalse();
        hands.press("a:has-text('Withdraw project…')");
        hands.go("dialog#withdraw button");
        assertThat(page.textContent("h1")).isEqualTo("“Seagrass Ledger” is withdrawn");
        looks.accept("own-withdrawn");
        hands.go("a:has-text('My projects')");
        hands.press("summary.rg-tool");
        hands.go("button:has-text('Sign out')");
        assertThat(visitor.path()).startsWith("/sign-in");
    }

    private static void saved(Visitor visitor) {
        visitor.page()
                .waitForCondition(
                        () -> visitor.page().textContent("[data-saved]").startsWith("Saved"));
    }

    private String address() {
        return "http://localhost:" + port;
    }
}
