package org.regatta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;

@Execution(ExecutionMode.CONCURRENT) // it shares nothing
class ModularityTest {

    private static final ApplicationModules MODULES = ApplicationModules.of(RegattaApplication.class);

    /** A line of the table of modules: {@code | `identity` | what for | `Access`, `People` |}. */
    private static final Pattern MAP_LINE = Pattern.compile("(?m)^\\| `([a-z]+)` \\|[^|]*\\|([^|]*)\\|$");

    private static final Pattern TYPE = Pattern.compile("`([A-Z]\\w+)`");
    private static final Pattern TEST = Pattern.compile("`\\*?(\\w*(?:Test|IT))`");
    private static final Pattern MIGRATIONS = Pattern.compile("db/migration/([a-z]+)");

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
        assertThat(lines().keySet())
                .containsExactlyInAnyOrderElementsOf(MODULES.stream()
                        .map(module -> module.getIdentifier().toString())
                        .toList());
    }

    @Test
    void theMapHasEveryModuleBelowThoseItUses() throws IOException {
        var above = new ArrayList<String>();
        for (var module : lines().keySet()) {
            assertThat(uses(module)).as(module).isSubsetOf(above);
            above.add(module);
        }
    }

    @Test
    void theMapNamesTypesToEnterThroughThatExist() throws IOException {
        lines().forEach((module, enter) -> assertThat(matches(TYPE, enter))
                .as(module)
                .allSatisfy(type -> assertThat(Path.of("src/main/java/org/regatta", module, type + ".java"))
                        .isRegularFile()));
    }

    @Test
    void theMapSaysWhereTheMigrationsOfAModuleAreIfNotInItsOwnFolder() throws IOException {
        var map = map();
        for (var module : lines().keySet()) {
            var about = Files.readString(Path.of("src/main/java/org/regatta", module, "package-info.java"));
            for (var folder : matches(MIGRATIONS, about)) {
                assertThat(Path.of("db/migration", folder)).isDirectory();
                assertThat(folder.equals(module) || map.contains("`" + module + "`'s are in `" + folder + "`"))
                        .as("%s has its tables in db/migration/%s", module, folder)
                        .isTrue();
            }
        }
    }

    @Test
    void theMapNamesTestsAndKindsOfTestsThatExist() throws IOException {
        var map = map();
        try (var sources = Files.walk(Path.of("src/test/java"))) {
            var files = sources.map(file -> file.getFileName().toString()).toList();
            assertThat(matches(TEST, map.substring(map.indexOf("## Tests"))))
                    .contains("ModuleTest", "ProcessTest", "IT")
                    .allSatisfy(name -> assertThat(files).anyMatch(file -> file.endsWith(name + ".java")));
        }
    }

    private static String map() throws IOException {
        return Files.readString(Path.of("docs/map.md"));
    }

    /** What to enter each module through, in the map's order. */
    private static Map<String, String> lines() throws IOException {
        var lines = new LinkedHashMap<String, String>();
        MAP_LINE.matcher(map()).results().forEach(line -> lines.put(line.group(1), line.group(2)));
        return lines;
    }

    private static List<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(match -> match.group(1)).toList();
    }

    /** The modules that a module may use, by its own word. */
    private static List<String> uses(String module) {
        return MODULES.getModuleByName(module).stream()
                .flatMap(known -> known.getBasePackage().findAnnotation(ApplicationModule.class).stream())
                .flatMap(annotation -> Stream.of(annotation.allowedDependencies()))
                .filter(name -> name.matches("[a-z]+( ?::.*)?"))
                .map(name -> name.replaceAll(" ?::.*", ""))
                .toList();
    }
}
