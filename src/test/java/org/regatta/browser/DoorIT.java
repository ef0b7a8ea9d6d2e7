package org.regatta.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.shared.ChangedMeanwhile;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@RegattaTest
class DoorIT {

    private static final String PASSWORD = "calm-water-2026";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Test
    void letsPeopleInAndOut() {
        person("door@regatta.example", "Ada Shore");
        try (var visitor = visitor(Locale.ENGLISH)) {
            visitor.open("/inbox");
            assertThat(visitor.path()).startsWith("/sign-in");
            visitor.judge("sign-in");

            visitor.page().fill("#username", "door@regatta.example");
            visitor.page().fill("#password", PASSWORD);
            visitor.page().click("form[data-way=password] button");
            visitor.page().waitForURL("**/inbox");
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
    void tellsEveryRoleWhatWillComeWhileNothingIsThereAndLeadsThemOnByKeyboardAndByThumb() {
        // a program of its own: in others something may wait for the role
        var program = new Scene(context).programId;
        for (var role : List.of(Role.MENTOR, Role.AWARD_MASTER, Role.AUDIENCE)) {
            var email = role.name().toLowerCase(Locale.ROOT) + "@regatta.example";
            person(email, "Arno Awards", role, program);
            try (var visitor = Visitor.onAPhone(Chromium.running(), "http://localhost:" + port)
                    .signIn(email, PASSWORD)) {
                PlaywrightAssertions.assertThat(visitor.page().locator(".rg-panel:has(#ahead) li"))
                        .hasCount(3);
                visitor.judge("landing-" + role.name().toLowerCase(Locale.ROOT));
                findsTheCompetition(visitor, new Keyboard(visitor.page()));
                findsTheCompetition(visitor, new Thumb(visitor.page()));
            }
        }
    }

    private static void findsTheCompetition(Visitor visitor, Hands hands) {
        visitor.open("/");
        hands.go(".rg-nav a:has-text('Competitions')");
        hands.go("tbody a.rg-title");
        assertThat(visitor.path()).matches("/competitions/[0-9a-f-]{36}");
        hands.press(".rg-account summary");
        hands.go(".rg-account a:has-text('My account')");
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

            // whatever puts a script into a page does not know its nonce, not even for a script of our own
            assertThat(visitor.page().evaluate("""
                    () => new Promise((answer) => {
                      document.addEventListener("securitypolicyviolation", (stopped) => answer(stopped.effectiveDirective));
                      const injected = document.createElement("script");
                      injected.src = document.querySelector("script[src]").src;
                      injected.onload = () => answer("it runs");
                      document.body.append(injected);
                    })""")).isEqualTo("script-src-elem");
        }
    }

    @Test
    void explainsEveryRefusalInWords() throws NoSuchMethodException {
        person("refused@regatta.example", "Refused Person");
        var broken = RequestMappingInfo.paths("/broken/{status}")
                .options(mapping.getBuilderConfiguration())
                .build();
        mapping.registerMapping(broken, new Broken(), Broken.class.getDeclaredMethod("breaks", int.class));
        try (var visitor = visitor(Locale.FRENCH)) {
            visitor.signIn("refused@regatta.example", PASSWORD);
            // 403, 409 and 422 are judged where they really happen
            for (var status : List.of(403, 409, 422, 500, 503)) {
                visitor.open("/broken/" + status).expected(status);
                assertThat(visitor.page().textContent(".rg-over")).contains(String.valueOf(status));
                PlaywrightAssertions.assertThat(visitor.page().locator("[lang=en]:not(a)"))
                        .hasCount(0);
                if (status >= 500) {
                    visitor.judge("error-" + status);
                }
            }
        } finally {
            mapping.unregisterMapping(broken);
        }
    }

    /** What may go wrong behind a page; of the names of classes and tables nothing must show. */
    static final class Broken {

        String breaks(@PathVariable int status) {
            throw switch (status) {
                case 403 -> new AccessDeniedException("not for you");
                case 409 -> new ChangedMeanwhile();
                case 422 ->
                    new InvalidInput(
                            new Finding("closesAt", "The new deadline has passed.", "Give a time in the future."));
                case 503 -> new DataAccessResourceFailureException("the database is away");
                default -> new IllegalStateException("not planned");
            };
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
        person(email, name, Role.OBSERVER, null);
    }

    private void person(String email, String name, Role role, @Nullable UUID programId) {
        var id = people.ensure(new NewPerson(email, name));
        people.setPassword(id, PASSWORD);
        people.grant(id, role, programId, null);
    }

    private Visitor visitor(Locale language) {
        return new Visitor(Chromium.running(), "http://localhost:" + port, language);
    }
}
