package org.regatta.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.RequestOptions;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Somebody with a browser. {@link #judge} looks at the page that is open, in light and dark, on a desk and on a phone:
 * axe finds nothing (light on the desk, dark on the phone), nothing scrolls sideways, nothing was refused by the content
 * security policy, and pictures are left in {@code target/screenshots}.
 */
final class Visitor implements AutoCloseable {

    private static final Path PICTURES = Path.of("target", "screenshots");
    /** {@code REGATTA_PICTURES=none} takes no pictures: they are for people to look at, and take time. */
    private static final boolean WANTED = !"none".equals(System.getenv("REGATTA_PICTURES"));

    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" content=\"([^\"]+)\"");

    private static final int DESK = 1280;
    private static final int PHONE = 390;

    /** A4 without its margins, at 96 dots an inch. */
    private static final int PAPER = 718;

    /** Axe's own builder describes whatever is in order too, which takes half of its time. */
    private static final String VIOLATIONS = """
            async () => {
              // what has just changed from light to dark is to be drawn; people who want less motion see no transitions
              await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
              const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
              const found = await axe.run(document, {
                runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] });
              if (found.passes.length === 0) throw new Error("axe looked at nothing");
              return found.violations.flatMap((rule) =>
                rule.nodes.map((node) => `${rule.id}: ${node.html} ${node.failureSummary}`));
            }""";

    /** Fetched from the server, half a megabyte is there in half of the time it takes through the driver. */
    private static final String AXE_IS_THERE = """
            async () => {
              if (window.axe) return true;
              const script = document.createElement("script");
              script.src = "/assets/axe.min.js";
              script.nonce = document.querySelector("script")?.nonce ?? "";
              return new Promise((there) => {
                script.onload = () => there(true);
                script.onerror = () => there(false);
                document.head.append(script);
              });
            }""";

    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final List<String> complaints = new ArrayList<>();

    Visitor(Browser browser, String address, Locale language) {
        this(browser, address, desk(language));
    }

    private Visitor(Browser browser, String address, Browser.NewContextOptions options) {
        this.address = address;
        this.context = browser.newContext(options);
        context.setDefaultTimeout(20_000);
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            var text = message.text();
            if (message.type().equals("error")
                    && !text.contains("status of 4")
                    && !text.contains("ERR_INTERNET_DISCONNECTED")
                    && !text.contains("ERR_FAILED")) {
                complaints.add(text);
            }
        });
        page.onPageError(complaints::add);
    }

    /** Somebody with a phone: a thumb instead of a mouse. */
    static Visitor onAPhone(Browser browser, String address) {
        return new Visitor(
                browser,
                address,
                desk(Locale.ENGLISH)
                        .setViewportSize(PHONE, 844)
                        .setHasTouch(true)
                        .setIsMobile(true));
    }

    /** Somebody whose browser runs no script. */
    static Visitor withoutScripts(Browser browser, String address) {
        return new Visitor(browser, address, desk(Locale.ENGLISH).setJavaScriptEnabled(false));
    }

    private static Browser.NewContextOptions desk(Locale language) {
        return new Browser.NewContextOptions()
                .setLocale(language.toLanguageTag())
                .setTimezoneId("Europe/Paris")
                .setReducedMotion(ReducedMotion.REDUCE)
                .setViewportSize(DESK, 900);
    }

    Page page() {
        return page;
    }

    /** Opens a page of ours. */
    Visitor open(String path) {
        page.navigate(address + path);
        return this;
    }

    /** Signs in with a password and opens the page that follows; the sign-in page itself has tests of its own. */
    Visitor signIn(String email, String password) {
        var requests = context.request();
        var token = TOKEN.matcher(requests.get(address + "/sign-in").text());
        assertThat(token.find()).as("the token of the sign-in page").isTrue();
        var answer = requests.post(
                address + "/sign-in",
                RequestOptions.create()
                        .setForm(FormData.create()
                                .set("username", email)
                                .set("password", password)
                                .set("_csrf", token.group(1)))
                        .setMaxRedirects(0));
        page.navigate(
                URI.create(address).resolve(answer.headers().get("location")).toString());
        assertThat(path()).as("where %s is after the sign-in", email).doesNotStartWith("/sign-in");
        return this;
    }

    /** Does what leads away, is warned by the browser that something would be lost, and stays. */
    void staysWhenAsked(Runnable leaves) {
        var asked = new ArrayList<String>();
        var here = page.url();
        page.onceDialog(dialog -> {
            asked.add(dialog.type());
            dialog.dismiss();
        });
        leaves.run();
        page.waitForCondition(() -> !asked.isEmpty());
        assertThat(asked).containsExactly("beforeunload");
        assertThat(page.url()).isEqualTo(here);
    }

    /** The browser complains of an answer that the test asked for. */
    void expected(int status) {
        complaints.removeIf(complaint -> complaint.contains("status of " + status));
    }

    /** The path and query of the page that is open. */
    String path() {
        return page.url().substring(address.length());
    }

    /** Looks at the open page; {@code name} is the name of its pictures. */
    void judge(String name) {
        var own = page.viewportSize();
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            for (var width : List.of(DESK, PHONE)) {
                var judged = (scheme == ColorScheme.LIGHT) == (width == DESK);
                if (!judged && !WANTED) {
                    continue;
                }
                page.setViewportSize(width, 900);
                var view = name + "-" + width + "-" + scheme.name().toLowerCase(Locale.ROOT);
                picture(view);
                // both colours and both widths are seen; the other two pairs would double the longest part of the tests
                if (judged) {
                    assertThat(axe()).as("axe on %s", view).isEmpty();
                }
                hasNothingBeside(view);
            }
        }
        page.setViewportSize(own.width, own.height);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        assertThat(complaints).as("the browser's complaints on %s", name).isEmpty();
    }

    /** Looks only whether everything fits into the width of a desk and of a phone. */
    void fits(String name) {
        for (var width : List.of(PHONE, DESK)) {
            page.setViewportSize(width, 900);
            picture(name + "-" + width);
            hasNothingBeside(name + "-" + width);
        }
    }

    /** Looks only whether everything fits into the width it has. */
    void fitsHere(String name) {
        picture(name);
        hasNothingBeside(name);
    }

    private void hasNothingBeside(String view) {
        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as("sideways scrolling on %s", view)
                .isEqualTo(0);
    }

    /** Looks at the page as it is printed: nothing wider than the paper, none of what only a screen needs. */
    void print(String name) {
        page.setViewportSize(PAPER, 1050);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        picture("print-" + name);
        assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
                .as("wider than the paper: %s", name)
                .isEqualTo(0);
        assertThat(page.isVisible(".rg-top")).as("the bar on paper: %s", name).isFalse();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.setViewportSize(DESK, 900);
    }

    /** Leaves a picture without judging. */
    void picture(String view) {
        if (!WANTED) {
            return;
        }
        page.evaluate("document.fonts.ready");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(view + ".png"))
                .setFullPage(true));
    }

    private List<?> axe() {
        // without a connection it comes the long way
        if (page.evaluate(AXE_IS_THERE).equals(false)) {
            page.evaluate(AxeBuilder.getAxeScript());
        }
        return (List<?>) page.evaluate(VIOLATIONS);
    }

    @Override
    public void close() {
        context.close();
    }
}
