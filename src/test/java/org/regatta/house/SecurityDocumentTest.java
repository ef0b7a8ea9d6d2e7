package org.regatta.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/security.md} answers every requirement of the chapters it has, and names no test that does not exist. */
class SecurityDocumentTest {

    private static final Path DOCUMENT = Path.of("docs", "security.md");
    private static final Path TESTS = Path.of("src", "test", "java");
    private static final Pattern ROW = Pattern.compile("\\| (\\d+\\.\\d+\\.\\d+) \\| ([^|]+) \\| ([^|]+) \\|");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+(?:Test|IT))`");
    private static final Set<String> WITHOUT_TEST =
            Set.of("this document", "not met", "partly", "deployment", "does not apply");

    /** Requirements of levels 1 and 2 of OWASP ASVS 5.0.0: section, then their numbers. */
    private static final List<String> REQUIREMENTS = List.of(
            "2.1 1-3",
            "2.2 1-3",
            "2.3 1-4",
            "2.4 1",
            "3.2 1-2",
            "3.3 1-4",
            "3.4 1-6",
            "3.5 1-5",
            "3.7 1-2",
            "6.1 1-3",
            "6.2 1-11",
            "6.3 1-3",
            "6.4 1-4",
            "6.5 1-5",
            "6.6 1-3",
            "6.8 1-3",
            "7.1 1-3",
            "7.2 1-4",
            "7.3 1-2",
            "7.4 1-5",
            "7.5 1-2",
            "7.6 1-2",
            "8.1 1-2",
            "8.2 1-3",
            "8.3 1",
            "8.4 1",
            "9.1 1-3",
            "9.2 1-4",
            "11.1 1-2",
            "11.2 1-3",
            "11.3 1-3",
            "11.4 1-3",
            "11.5 1",
            "11.6 1",
            "12.1 1-3",
            "12.2 1-2",
            "12.3 1-4",
            "13.1 1",
            "13.2 1-5",
            "13.3 1-2",
            "13.4 1-5",
            "14.1 1-2",
            "14.2 1-4",
            "14.3 1-3",
            "16.1 1",
            "16.2 1-5",
            "16.3 1-4",
            "16.4 1-3",
            "16.5 1-3");

    /**
     * A row of a table.
     *
     * @param proof tests, or why there is none
     */
    private record Answer(String requirement, String how, String proof) {}

    @Test
    void answersEveryRequirementOnce() throws IOException {
        var answered = answers().stream().map(Answer::requirement).toList();

        assertThat(answered).doesNotHaveDuplicates();
        assertThat(answered)
                .containsAll(REQUIREMENTS.stream()
                        .flatMap(SecurityDocumentTest::numbers)
                        .toList());
    }

    @Test
    void pointsAtTestsThatExistOrSaysWhyThereIsNone() throws IOException {
        var known = tests();
        var wrong = new ArrayList<String>();
        for (var answer : answers()) {
            var named = TEST.matcher(answer.proof())
                    .results()
                    .map(found -> found.group(1))
                    .toList();
            named.stream()
                    .filter(test -> !known.contains(test))
                    .forEach(test -> wrong.add(answer.requirement() + ": there is no " + test));
            if (named.isEmpty() && WITHOUT_TEST.stream().noneMatch(answer.proof()::startsWith)) {
                wrong.add(answer.requirement() + ": no test and no reason: " + answer.proof());
            }
            if (answer.how().isBlank()) {
                wrong.add(answer.requirement() + ": not said how");
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(known).contains("SecurityDocumentTest").hasSizeGreaterThan(100);
    }

    private static List<Answer> answers() throws IOException {
        return Files.readAllLines(DOCUMENT).stream()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> new Answer(row.group(1), row.group(2), row.group(3)))
                .toList();
    }

    private static Set<String> tests() throws IOException {
        try (var files = Files.walk(TESTS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }

    /** {@code 2.1 1-3} are 2.1.1, 2.1.2 and 2.1.3. */
    private static Stream<String> numbers(String section) {
        var parts = section.split(" ");
        var range = parts[1].split("-");
        return IntStream.rangeClosed(Integer.parseInt(range[0]), Integer.parseInt(range[range.length - 1]))
                .mapToObj(number -> parts[0] + "." + number);
    }
}
