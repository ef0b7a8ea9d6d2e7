package org.regatta.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@RegattaTest
class DoorIT {

    private static final String PASSWORD = "calm-water-2026";

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Test
    void letsPeopleInAndOut() {
        person("door@regatta.example", "Ada Shore");
        try (var visitor = visitor(Locale.ENGLISH)) {
            visitor.open("/inbox");
            assertThat(visitor.path()).startsWith("/sign-in");
            visitor.judge("sign-in");

            visitor.signIn("door@regatta.example", PASSWORD);
            assertThat(visitor.path()).isEqualTo("/inbox");
            assertThat(visitor.page().textContent("h1")).isEqualTo("Nothing waits for you");
            visitor.judge("inbox-empty");

            visitor.page().click(".rg-account summary");
            visitor.page().click(".rg-account button");
            assertThat(visitor.path()).isEqualTo("/sign-in?signedOut");
            visitor.open("/inbox");
            assertThat(visitor.path()).startsWith("/sign-in");
        }
    }

    @Test
    void saysInWordsWhenTheDoorStaysShut() {
        try (var visitor = visitor(Locale.FRENCH)) {
            visitor.open("/sign-in");
            visitor.page().fill("#username", "nobody@regatta.example");
            visitor.page().fill("#password", "wrong");
            visitor.page().click("form[data-way=password] button");

            assertThat(visitor.path()).isEqualTo("/sign-in?error");
            assertThat(visitor.page().textContent("[role=alert]")).contains("ne vont pas ensemble");
            visitor.judge("sign-in-refused-fr");
        }
    }

    @Test
    void tellsWhereOneIsWhenThereIsNothing() {
        person("lost@regatta.example", "Lost Person");
        try (var visitor = visitor(Locale.ENGLISH)) {
            visitor.signIn("lost@regatta.example", PASSWORD).open("/no/such/page");

            assertThat(visitor.page().textContent("h1")).isEqualTo("This page is not here");
            visitor.judge("error-404");
        }
    }

    @Test
    void remembersTheLanguageAndTheColoursAPersonChose() {
        try (var visitor = visitor(Locale.ENGLISH)) {
            visitor.open("/sign-in?lang=fr").open("/sign-in");
            assertThat(visitor.page().textContent("h1")).isEqualTo("Connexion");

            visitor.page().click("[data-theme-toggle]");
            visitor.open("/sign-in");
            assertThat(visitor.page().getAttribute("html", "data-bs-theme")).isEqualTo("dark");
        }
    }

    @Test
    void sendsAssetsThatMayBeKeptForAYear() {
        try (var visitor = visitor(Locale.ENGLISH)) {
            visitor.open("/sign-in");
            var style = visitor.page().getAttribute("link[rel=stylesheet]", "href");

            assertThat(style).matches("/assets/app-[0-9a-f]{32}\\.css");
            var answer = visitor.page().request().get("http://localhost:" + port + style);
            assertThat(answer.headers().get("cache-control")).contains("max-age=31536000");
            assertThat(answer.text()).containsPattern("fonts/public-sans-latin-wght-normal-[0-9a-f]{32}\\.woff2");
        }
    }

    private void person(String email, String name) {
        var id = people.ensure(new NewPerson(email, name));
        people.setPassword(id, PASSWORD);
        people.grant(id, Role.OBSERVER, null, null);
    }

    private Visitor visitor(Locale language) {
        return new Visitor(Chromium.running(), "http://localhost:" + port, language);
    }
}
