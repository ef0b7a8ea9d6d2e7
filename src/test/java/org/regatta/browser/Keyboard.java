package org.regatta.browser;

import com.microsoft.playwright.Page;

/** Somebody without a mouse. */
final class Keyboard {

    private static final int STOPS = 60;

    private final Page page;

    Keyboard(Page page) {
        this.page = page;
    }

    /** Replaces what stands in a field. */
    void type(String field, String text) {
        tabTo(field);
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().type(text);
    }

    /** Presses Enter and waits for an address with this in it. */
    void enter(String address) {
        enter(address, "nowhere");
    }

    /** The same, and without that. */
    void enter(String address, String not) {
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains(address) && !url.contains(not));
    }

    /** Presses Enter and waits until the door is behind. */
    void leave() {
        page.keyboard().press("Enter");
        page.waitForURL(
                url -> !url.contains("sign-in") && !url.contains("set-password") && !url.contains("second-factor"));
    }

    /** Goes on to what this selects; fails if it is not reached. */
    void tabTo(String selector) {
        for (int i = 0; i < STOPS; i++) {
            if ((boolean) page.evaluate("it => document.activeElement?.matches(it) ?? false", selector)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("Not reached by Tab: " + selector);
    }
}
