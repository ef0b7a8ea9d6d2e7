package org.regatta.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.regatta.Scene;

/**
 * Pictures of the real pages for the guides, taken by tests that are there anyway, and only with
 * {@code -Dregatta.guides.pictures=true}. A picture in French has {@code -fr} at the end of its name.
 */
final class GuidePicture {

    static final Path PICTURES = Path.of("docs", "guides", "images");
    static final boolean WANTED = Boolean.getBoolean("regatta.guides.pictures");

    /** A third of the same picture as PNG, and as good to read. */
    private static final String AS_WEBP = """
            async (base64) => {
              const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
              const image = await createImageBitmap(new Blob([bytes], {type: 'image/png'}));
              const canvas = new OffscreenCanvas(image.width, image.height);
              canvas.getContext('2d').drawImage(image, 0, 0);
              const blob = await canvas.convertToBlob({type: 'image/webp', quality: 0.75});
              const packed = new Uint8Array(await blob.arrayBuffer());
              return btoa(Array.from(packed, (one) => String.fromCharCode(one)).join(''));
            }""";

    private static final int WIDTH = 1280;
    private static final int HEIGHT = 800;

    private GuidePicture() {}

    /** Gives program and competition of a picture the names they have in the guides. */
    static void named(Scene scene) {
        if (!WANTED) {
            return;
        }
        scene.rows()
                .sql("update program set name = 'Tidewater Prize' where id = ?")
                .param(scene.programId)
                .update();
        scene.rows()
                .sql("update competition set name = 'Tidewater Prize 2026' where id = ?")
                .param(scene.competitionId)
                .update();
    }

    /** The open page in English and in French, once {@code ready} is there and in sight; it is in English afterwards. */
    static void inBothLanguages(Page page, String name, String ready) {
        if (!WANTED) {
            return;
        }
        var own = page.viewportSize();
        page.setViewportSize(WIDTH, HEIGHT);
        var address = page.url() + (page.url().contains("?") ? "&" : "?") + "lang=";
        for (var language : List.of("fr", "en")) {
            page.navigate(address + language);
            page.waitForSelector(ready).scrollIntoViewIfNeeded();
            take(page, name);
        }
        page.setViewportSize(own.width, own.height);
    }

    /** The open page as it is. */
    static void take(Page page, String name) {
        if (!WANTED) {
            return;
        }
        var own = page.viewportSize();
        page.setViewportSize(WIDTH, HEIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
        page.evaluate("document.fonts.ready");
        var french = "fr".equals(page.getAttribute("html", "lang"));
        var packed = page.evaluate(AS_WEBP, Base64.getEncoder().encodeToString(page.screenshot()));
        try {
            Files.write(
                    PICTURES.resolve(name + (french ? "-fr" : "") + ".webp"),
                    Base64.getDecoder().decode(packed.toString()));
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
        page.setViewportSize(own.width, own.height);
    }
}
