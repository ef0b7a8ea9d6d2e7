package org.regatta.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Somebody without a mouse. */
final class Keyboard extends Hands {

    private static final int STOPS = 250;

    /** As an English browser takes a moment, key by key; the year has room for six digits. */
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMddyyyy", Locale.ENGLISH);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("hhmma", Locale.ENGLISH);

    /** What has the focus shows it, and nothing lies over it. */
    private static final String SEEN = """
            it => {
              const own = it.labels?.[0] ?? it;
              const box = own.getBoundingClientRect();
              const top = document.elementFromPoint(box.x + Math.min(box.width / 2, 20), box.y + box.height / 2);
              if (!top || !(own.contains(top) || top.contains(own))) return "is covered";
              const around = [own];
              for (let up = it; up && around.length < 6; up = up.parentElement) around.push(up);
              const marked = around.map((one) => getComputedStyle(one)).some((style, at) => (at < 2 && style.boxShadow !== "none")
                || (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2));
              return marked ? "" : "does not show that it has the focus";
            }""";

    Keyboard(Page page) {
        super(page);
    }

    @Override
    void press(String what) {
        if (page.locator(what).first().getAttribute("type") instanceof String kind && kind.equals("radio")) {
            choosesOne(what);
            return;
        }
        var target = tabTo(what);
        target.press((boolean) target.evaluate("it => it.matches('input[type=checkbox]')") ? "Space" : "Enter");
    }

    /** Tab leads into a group of choices, arrows lead through it. */
    private void choosesOne(String what) {
        var target = page.locator(what).first();
        var group = "input[type=radio][name='" + target.getAttribute("name") + "']";
        tabTo(page.locator(group + ":checked").count() > 0 ? group + ":checked" : group);
        for (int i = 0; i < STOPS && !(boolean) target.evaluate("it => it === document.activeElement"); i++) {
            page.keyboard().press("ArrowDown");
        }
        if (!target.isChecked()) {
            page.keyboard().press("Space");
        }
        assertThat(target.isChecked()).as("chosen: %s", what).isTrue();
    }

    @Override
    void type(String field, String text) {
        var target = tabTo(field);
        if ("datetime-local".equals(target.getAttribute("type"))) {
            var moment = LocalDateTime.parse(text);
            page.keyboard().type(DAY.format(moment));
            page.keyboard().press("ArrowRight");
            page.keyboard().type(TIME.format(moment));
            return;
        }
        page.keyboard().press("ControlOrMeta+a");
        page.keyboard().press("Delete");
        page.keyboard().type(text);
    }

    @Override
    void choose(String list, String words) {
        var target = tabTo(list);
        page.keyboard().type(words);
        assertThat(target.evaluate("it => it.selectedOptions[0].label"))
                .as("chosen in %s", list)
                .isEqualTo(words);
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

    /** Goes on to the first that this selects, in either direction; fails if it is not reached or cannot be seen there. */
    Locator tabTo(String selector) {
        var words = page.locator(selector).first();
        words.waitFor();
        // words within a link or a button stand for it
        var own = words.locator("xpath=ancestor-or-self::*[self::a or self::button or self::summary][1]");
        var target = own.count() > 0 ? own : words;
        // asked at each stop: an element is at hand, a locator is looked for anew
        var element = target.elementHandle();
        var ahead = (boolean) element.evaluate("""
                it => document.activeElement === document.body
                    || !(document.activeElement.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_PRECEDING)""");
        for (int i = 0; i < STOPS; i++) {
            if ((boolean) element.evaluate("it => it === document.activeElement")) {
                assertThat(element.evaluate(SEEN))
                        .as("%s on %s", selector, page.url())
                        .isEqualTo("");
                return target;
            }
            page.keyboard().press(ahead ? "Tab" : "Shift+Tab");
        }
        throw new AssertionError("Not reached by Tab: " + selector);
    }
}
