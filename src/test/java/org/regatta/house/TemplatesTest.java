package org.regatta.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no page may hold: text as markup, scripts and styles of its own, expressions made of what people typed. */
class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");
    private static final Pattern BANNED = Pattern.compile(
            "th:utext|\\[\\(|<script(?![^>]*th:nonce=\"\\$\\{scriptNonce}\")[^>]*>|<script(?![^>]*th:src=\"@)[^>]*>|<style"
                    + "|\\sstyle=|\\son[a-z]+=\"|th:inline|javascript:");

    private static final Pattern PASSWORD = Pattern.compile("<input[^>]*name=\"password\"[^>]*>");

    /** A list's foot, and what its pages lead to. */
    private static final Pattern PAGER = Pattern.compile("fragments/parts :: paging \\(.*?, '([a-z-]+)'\\)}");

    private static final Pattern PIECE = Pattern.compile("th:fragment=\"([a-z]+)");

    /** Words without a look, a part of what is shown, and notes, which are shown. */
    private static final Set<String> NOTHING_OF_THEIR_OWN = Set.of(
            "fragments/status :: dates",
            "fragments/pieces :: pill",
            "fragments/parts :: done",
            "fragments/parts :: expired",
            "fragments/parts :: kept");

    /** The guides are ours, shipped in the jar; a mail brings its style along, and the local page of caught mails too. */
    private static final Set<String> ALLOWED = Set.of(
            "ops/guide.html: th:utext",
            "notification/mail.html: <style",
            "local/mails.html: <style",
            "local/mail.html: <style");

    @Test
    void pagesHoldNoMarkupOfPeopleAndNoScriptOfTheirOwn() {
        var found = templates().stream()
                .flatMap(file -> BANNED.matcher(text(file))
                        .results()
                        .map(hit -> TEMPLATES.relativize(file) + ": " + hit.group()))
                .filter(hit -> !ALLOWED.contains(hit))
                .toList();

        assertThat(found).isEmpty();
        assertThat(templates()).hasSizeGreaterThan(30);
    }

    @Test
    void noticesWhatIsBanned() {
        for (var bad : List.of(
                "<p th:utext=\"${x}\">",
                "<p>[(${x})]</p>",
                "<script th:nonce=\"${scriptNonce}\">alert(1)</script>",
                "<script th:nonce=\"${scriptNonce}\" src=\"https://elsewhere.example/x.js\"></script>",
                "<script defer th:src=\"@{/assets/app.js}\"></script>",
                "<script nonce=\"x\" th:src=\"@{/assets/app.js}\"></script>",
                "<a onclick=\"x()\">",
                "<p style=\"color:red\">",
                "<a href=\"javascript:x()\">")) {
            assertThat(BANNED.matcher(bad).find()).as(bad).isTrue();
        }
        assertThat(BANNED.matcher("<script defer th:nonce=\"${scriptNonce}\" th:src=\"@{/assets/app.js}\"></script>")
                        .find())
                .isFalse();
    }

    @Test
    void whatHtmxPutsIntoPagesRunsNothing() {
        assertThat(text(TEMPLATES.resolve("layout.html"))).contains("\"allowEval\":false", "\"allowScriptTags\":false");
    }

    @Test
    void passwordsAreTypedUnseenAndKnownToPasswordManagers() {
        var fields = templates().stream()
                // the demo's buttons sign in without anything typed; they are not in the production artifact
                .filter(file -> !file.startsWith(TEMPLATES.resolve("local")))
                .flatMap(file -> PASSWORD.matcher(text(file)).results().map(MatchResult::group))
                .toList();

        assertThat(fields)
                .hasSizeGreaterThan(3)
                .allSatisfy(field -> assertThat(field)
                        .contains("type=\"password\"")
                        .containsPattern("autocomplete=\"(current|new)-password\""));
    }

    @Test
    void pagersLeadToTheirListAndNotToTheTopOfThePage() {
        var files = templates().stream()
                .filter(file -> text(file).contains(":: paging ("))
                .toList();

        assertThat(files).hasSizeGreaterThan(10).allSatisfy(file -> {
            var page = text(file);
            var pagers = PAGER.matcher(page).results().map(hit -> hit.group(1)).toList();
            assertThat(pagers).as("%s", file).hasSize(page.split(":: paging \\(", -1).length - 1);
            assertThat(pagers)
                    .as("%s", file)
                    .allSatisfy(list -> assertThat(page).contains("id=\"" + list + "\""));
        });
    }

    @Test
    void theLivingPageShowsEveryPiece() {
        var living = text(TEMPLATES.resolve("local/components.html")) + text(TEMPLATES.resolve("layout.html"));
        var pieces = Stream.of("parts", "pieces", "status")
                .flatMap(file -> PIECE.matcher(text(TEMPLATES.resolve("fragments/" + file + ".html")))
                        .results()
                        .map(hit -> "fragments/" + file + " :: " + hit.group(1)))
                .filter(piece -> !NOTHING_OF_THEIR_OWN.contains(piece))
                .toList();

        assertThat(pieces)
                .hasSizeGreaterThan(20)
                .allSatisfy(piece -> assertThat(living).containsPattern(Pattern.quote(piece) + "\\b"));
    }

    private static List<Path> templates() {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            return files.filter(file -> file.toString().endsWith(".html")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
