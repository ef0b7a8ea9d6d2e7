package org.regatta.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.identity.Acting;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** An organiser and their people, in a browser. */
@RegattaTest
class PeoplePagesIT {

    private static final String PASSWORD = "calm-water-2026";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    @AfterEach
    void nobody() {
        Acting.asNobody();
    }

    @Test
    void findsAPersonGivesARoleAndLooksThroughTheirEyes() {
        var scene = new Scene(context);
        var organiser = person("oona." + scene.programId, "Oona Organiser");
        people.grant(organiser, Role.PROGRAM_ADMIN, scene.programId, null);
        people.setPassword(organiser, PASSWORD);
        people.grant(person("ada." + scene.programId, "Ada Shore"), Role.JURY_MEMBER, null, scene.competitionId);
        try (var visitor = new Visitor(Chromium.running(), "http://localhost:" + port, Locale.ENGLISH)) {
            var email = people.byIds(List.of(organiser)).get(organiser).email();
            visitor.signIn(email, PASSWORD).open("/people?q=ada");
            assertThat(visitor.page().textContent("h1")).isEqualTo("One person found");
            visitor.judge("people");

            givesARole(visitor, scene);

            visitor.open("/people/second-factor");
            visitor.judge("second-factor-rules");
            visitor.page().click("text=Require it…");
            visitor.page().click("dialog[open] button[type=submit]");
            assertThat(visitor.page().textContent("main table")).contains("Required");
            visitor.open("/people?q=ada");
            visitor.page().click("text=Ada Shore");

            visitor.page().fill("#reason", "She cannot find her projects");
            visitor.page().click("button:has-text('See as this person')");
            assertThat(visitor.page().textContent(".rg-viewing")).contains("Ada Shore");
            visitor.open("/account");
            visitor.judge("account-seen");
            visitor.page().click(".rg-viewing button");
            assertThat(visitor.path()).isEqualTo("/people");
        }
    }

    private static void givesARole(Visitor visitor, Scene scene) {
        visitor.page().click("text=Ada Shore");
        assertThat(visitor.page().inputValue("#role")).as("nothing is chosen").isEmpty();
        assertThat(visitor.page().inputValue("#place")).as("nothing is chosen").isEmpty();
        visitor.page().selectOption("#role", new SelectOption().setLabel("Mentor"));
        visitor.page().selectOption("#place", scene.competitionId.toString());
        visitor.page().fill("#until", "2040-12-31");
        visitor.page().click("text=Give the role >> nth=-1");
        assertThat(visitor.page().textContent("main [role=status]")).contains("The role is given");
        visitor.judge("person");
        GuidePicture.named(scene);
        GuidePicture.inBothLanguages(visitor.page(), "operator-person", "main");
    }

    @Test
    void leadsFromWhatIsWrongWithATokenToItsField() {
        var scene = new Scene(context);
        people.setPassword(scene.admin, PASSWORD);
        var email = people.byIds(List.of(scene.admin)).get(scene.admin).email();
        try (var visitor = new Visitor(Chromium.running(), "http://localhost:" + port, Locale.ENGLISH)) {
            visitor.signIn(email, PASSWORD);
            visitor.open("/account/tokens");
            visitor.page().evaluate("document.querySelectorAll('form').forEach((form) => (form.noValidate = true))");
            visitor.page().click("button:has-text('Make a token')");
            visitor.page().click(".rg-findings a:has-text('Name:')");
            assertThat(visitor.page().evaluate("document.activeElement.id")).isEqualTo("name");
            assertThat(visitor.page().getAttribute("#name", "aria-invalid")).isEqualTo("true");
            visitor.judge("tokens-refused");
            visitor.page().fill("#name", "dashboard");
            visitor.page().click("button:has-text('Make a token')");
            assertThat(visitor.page().textContent(".rg-code")).startsWith("rgt_");
            visitor.judge("tokens");
        }
    }

    private UUID person(String mailbox, String name) {
        return people.ensure(new NewPerson(mailbox + "@example.org", name));
    }
}
