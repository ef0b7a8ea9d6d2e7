package org.regatta.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;

/** Somebody with a phone; whatever they tap is large enough for it. */
final class Thumb extends Hands {

    /** Of WCAG 2.2, in CSS pixels. */
    private static final double SMALLEST = 24;

    Thumb(Page page) {
        super(page);
    }

    @Override
    void press(String what) {
        tap(what);
    }

    @Override
    void type(String field, String text) {
        tap(field).fill(text);
    }

    /** The list that opens is the phone's own. */
    @Override
    void choose(String list, String words) {
        largeEnough(list).selectOption(new SelectOption().setLabel(words));
    }

    private Locator tap(String what) {
        var target = largeEnough(what);
        target.tap();
        return target;
    }

    private Locator largeEnough(String what) {
        var target = page.locator(what).first();
        target.waitFor();
        var size = ((Number) target.evaluate("""
                it => Math.max(...[it.closest("a, button, summary") ?? it, ...(it.labels ?? [])].map((one) => one.getBoundingClientRect())
                    .map((box) => Math.min(box.width, box.height)))""")).doubleValue();
        assertThat(size).as("what a thumb meets of %s on %s", what, page.url()).isGreaterThanOrEqualTo(SMALLEST);
        return target;
    }
}
