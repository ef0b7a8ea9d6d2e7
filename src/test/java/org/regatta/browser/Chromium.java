package org.regatta.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The browser of the tests, one per JVM: the one {@code REGATTA_CHROMIUM} (or the system property
 * {@code regatta.chromium}) names, else one found in the usual places. Nothing is downloaded.
 */
public final class Chromium {

    private static final List<String> USUAL = List.of(
            // the same engine without a desktop's window around it, where it is installed
            "/usr/bin/chromium-headless-shell",
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable",
            "/snap/bin/chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium");

    /** A page of the tests lives for a second: what its scripts would gain by being optimised costs more than they take. */
    private static final String BRIEF = "--js-flags=--no-opt --no-maglev --min-semi-space-size=32";

    private static final class Holder {
        static {
            // as patient as the visitors
            PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
        }

        @SuppressWarnings("resource") // lives as long as the JVM
        static final Playwright PLAYWRIGHT = driver();

        @SuppressWarnings("resource") // lives as long as the JVM
        static final Browser BROWSER = launch();
    }

    private Chromium() {}

    /** The running browser. */
    static Browser running() {
        return Holder.BROWSER;
    }

    /** A driver of its own, for a test that runs beside others: a driver belongs to one thread. To be closed by the test. */
    public static Playwright driver() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    /** A browser of its own, with more switches; to be closed by the test. */
    static Browser launch(String... switches) {
        return launch(Holder.PLAYWRIGHT, switches);
    }

    /** A browser of a driver, with more switches; it ends with the driver. */
    public static Browser launch(Playwright driver, String... switches) {
        var all = new ArrayList<>(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", BRIEF));
        all.addAll(List.of(switches));
        return driver.chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(path())
                        .setArgs(all));
    }

    private static Path path() {
        var named = Stream.of(System.getProperty("regatta.chromium"), System.getenv("REGATTA_CHROMIUM"))
                .filter(value -> value != null && !value.isBlank());
        return Stream.concat(named, Stream.concat(USUAL.stream(), cached()))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No Chromium found. Install one, or name it in REGATTA_CHROMIUM, and run the tests again."));
    }

    /** Browsers Playwright itself has installed before. */
    private static Stream<String> cached() {
        var cache = Path.of(System.getProperty("user.home"), ".cache", "ms-playwright");
        return Optional.ofNullable(cache.toFile().listFiles()).stream()
                .flatMap(Stream::of)
                .flatMap(folder -> Stream.of("chrome-linux/chrome", "chrome-linux/headless_shell")
                        .map(name -> folder.toPath().resolve(name).toString()));
    }
}
