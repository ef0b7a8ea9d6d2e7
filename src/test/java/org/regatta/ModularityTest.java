package org.regatta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

@Execution(ExecutionMode.CONCURRENT) // it shares nothing
class ModularityTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(RegattaApplication.class);

    /** A line of the table of modules: {@code | `identity` | … |}. */
    private static final Pattern MAP_LINE = Pattern.compile("(?m)^\\| `([a-z]+)` \\|");

    @Test
    void modulesUseOnlyTheRootsOfTheModulesTheyName() {
        MODULES.verify();
    }

    @Test
    void everyModuleNamesWhatItMayUse() {
        assertThat(MODULES.stream()
                        .filter(module -> !module.getIdentifier().toString().equals("shared"))
                        .filter(module -> module.getBasePackage()
                                .findAnnotation(ApplicationModule.class)
                                .map(annotation -> annotation.allowedDependencies())
                                .filter(allowed -> allowed.length > 0 && !allowed[0].contains("OPEN_TOKEN"))
                                .isEmpty())
                        .map(module -> module.getIdentifier().toString()))
                .isEmpty();
    }

    @Test
    void theMapNamesExactlyTheModulesThatExist() throws IOException {
        var map = Files.readString(Path.of("docs/map.md"));

        assertThat(MAP_LINE.matcher(map).results().map((MatchResult line) -> line.group(1)))
                .containsExactlyInAnyOrderElementsOf(MODULES.stream()
                        .map(module -> module.getIdentifier().toString())
                        .toList());
    }
}
