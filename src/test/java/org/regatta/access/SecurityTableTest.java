package org.regatta.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What {@code docs/security.md} points at is there. */
class SecurityTableTest {

    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:IT|Test))`");
    private static final Pattern REQUIREMENT = Pattern.compile("(?m)^\\| \\d+\\.\\d+\\.\\d+ .*$");

    @Test
    void everyRequirementPointsAtATestThatExists() throws IOException {
        var table = Files.readString(Path.of("docs/security.md"));
        var named = NAMED.matcher(table).results().map(found -> found.group(1)).collect(Collectors.toSet());

        try (var files = Files.walk(Path.of("src/test/java"))) {
            var tests = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertThat(tests).containsAll(named);
        }
        assertThat(REQUIREMENT.matcher(table).results().map(found -> found.group()))
                .isNotEmpty()
                .allMatch(row -> NAMED.matcher(row).find() || row.contains("does not apply"));
    }
}
