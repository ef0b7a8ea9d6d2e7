package org.regatta.story;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.util.UUID;
import org.regatta.browser.Chromium;

/** A juror's evaluation, open in a browser of its own while the server goes away and comes back. */
final class OpenPage implements AutoCloseable {

    private final Playwright driver = Chromium.driver();
    private final Page page = Chromium.launch(driver).newPage();

    /** Signs in and opens it. */
    OpenPage(URI base, String email, String password, UUID assignmentId) {
        page.navigate(base.resolve("/sign-in").toString());
        page.fill("#username", email);
        page.fill("#password", password);
        page.click("form[data-way=password] button");
        page.navigate(base.resolve("/evaluations/" + assignmentId).toString());
    }

    /** Types on, as fast as the page takes it. */
    void writes(String text) {
        page.locator("#comment").press("End");
        page.keyboard().type(text);
    }

    /** Waits until the page says that what was typed is kept here, since the server is away. */
    void keepsItHere() {
        page.waitForSelector("[data-saved].rg-saved--local");
    }

    /** Waits until it says that the server has everything. */
    void hasItSaved() {
        page.waitForSelector("[data-evaluation] [data-saved]:text-matches('^Saved')");
    }

    /** Gives the points and hands in. */
    void handsIn(int points) {
        page.fill("[data-criterion=points] input", String.valueOf(points));
        page.click("[data-submit]");
        page.waitForURL(url -> url.contains("?submitted="));
    }

    @Override
    public void close() {
        driver.close();
    }
}
