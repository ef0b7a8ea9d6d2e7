package org.regatta.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Locale;

/** Whoever reads the log of a first start: alone with a keyboard, and in a browser beside those of other tests. */
public final class FirstAdministrator {

    private FirstAdministrator() {}

    /**
     * Opens the link of the log, is told what is wrong with a first password, and signs in with the second.
     *
     * @param node where Regatta answers
     * @param link as the log has it, with the address that Regatta is told to have
     */
    public static void takesOver(URI node, URI link, String email, String password) {
        try (var driver = Chromium.driver();
                var browser = Chromium.launch(driver);
                var visitor = new Visitor(browser, node.toString(), Locale.ENGLISH)) {
            visitor.open(link.getRawPath() + "?" + link.getRawQuery());
            assertThat(visitor.page().textContent("h1")).isEqualTo("The first administrator");
            visitor.judge("first-administrator");
            var keys = new Keyboard(visitor.page());
            keys.type("#email", email);
            keys.type("#name", "Ada First");
            keys.type("#password", "too short");
            keys.go("button[type=submit]");
            assertThat(visitor.page().getAttribute("#password", "aria-invalid")).isEqualTo("true");
            assertThat(visitor.page().inputValue("#email")).isEqualTo(email);
            visitor.judge("first-administrator-refused");

            keys.type("#password", password);
            keys.go("button[type=submit]");

            assertThat(visitor.path()).isEqualTo("/sign-in?setUp");
            keys.type("#username", email);
            keys.type("#password", password);
            keys.leave();
            assertThat(visitor.open("/people").page().textContent("main")).contains("Ada First");
            visitor.open(link.getRawPath() + "?" + link.getRawQuery());
            assertThat(visitor.page().textContent("h1")).isEqualTo("This page is not here");
        }
    }
}
