package org.regatta.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;

/** An organiser works the inbox: takes the first task, answers with the first choice where there is one, completes it. */
final class OrganisersTasks {

    private final Visitor organiser;
    private final Hands hands;

    OrganisersTasks(Visitor organiser, Hands hands) {
        this.organiser = organiser;
        this.hands = hands;
    }

    /** Completes the first task of the inbox once one of this name waits. */
    void completesFirst(String name) {
        opensFirst(name);
        completes();
    }

    /** Opens it and takes it. */
    void opensFirst(String name) {
        until(organiser.open("/inbox"), "main", name);
        hands.go(".rg-next .btn");
        organiser.page().waitForSelector("button[data-complete]:not([disabled])");
    }

    /** Answers and completes the task that is open. */
    void completes() {
        var page = organiser.page();
        if (page.locator(".fjs-form-field-radio input").count() > 0) {
            hands.press(".fjs-form-field-radio input");
            PlaywrightAssertions.assertThat(
                            page.locator(".fjs-form-field-radio input").first())
                    .isChecked();
        }
        hands.press("button[data-complete]");
        page.waitForURL(url -> url.contains("?done"));
    }

    /** Waits until the process has moved on, for a minute at most: asks for the page, and looks at it when it says so. */
    static void until(Visitor visitor, String where, String words) {
        var page = visitor.page();
        var address = visitor.path();
        for (int look = 0; look < 200 && !page.textContent(where).contains(words); look++) {
            page.waitForTimeout(300);
            if (page.request().get(page.url()).text().contains(words)) {
                visitor.open(address);
            }
        }
        assertThat(page.textContent(where)).contains(words);
    }
}
