package org.regatta.browser;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** How somebody without a mouse works a page: with a keyboard alone, or with a thumb. */
abstract class Hands {

    final Page page;

    Hands(Page page) {
        this.page = page;
    }

    /** Follows a link, presses a button, opens what is folded, ticks a box. */
    abstract void press(String what);

    /** Replaces what stands in a field. */
    abstract void type(String field, String text);

    /** Chooses from a list by the words of the choice. */
    abstract void choose(String list, String words);

    /** Gives a file to a field. */
    final void give(String field, FilePayload file) {
        page.waitForFileChooser(() -> press(field)).setFiles(file);
    }

    /** The same with files of this machine. */
    final void give(String field, Path... files) {
        page.waitForFileChooser(() -> press(field)).setFiles(files);
    }

    /** Presses what leads to another page, and waits until that is there. */
    final void go(String what) {
        var gone = new AtomicBoolean();
        Consumer<Frame> noted = frame -> gone.set(true);
        page.onFrameNavigated(noted);
        try {
            press(what);
            page.waitForCondition(gone::get);
        } finally {
            page.offFrameNavigated(noted);
        }
        page.waitForLoadState(LoadState.LOAD);
    }
}
