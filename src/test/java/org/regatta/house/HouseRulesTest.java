package org.regatta.house;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.regatta.competition.RoundKind;
import org.regatta.competition.RoundNotOpen;
import org.regatta.competition.RoundOpened;
import org.regatta.competition.RoundReadiness;
import org.regatta.competition.RoundView;
import org.regatta.competition.Rounds;
import org.regatta.imports.ImportProperties;

/**
 * Sizes and shares are those of types with behaviour: services, entities, repositories, components, rules. A module's
 * words do not count towards them: records, enums, events and problems ({@link Words}). They are one-screen declarations
 * that each need a name of their own, mostly a public one; they are counted separately, see docs/adr/0006.
 */
@Execution(ExecutionMode.CONCURRENT) // it shares nothing
class HouseRulesTest {

    private static final int TYPES_PER_PACKAGE = 15;
    private static final int WORDS_PER_PACKAGE = 25;

    /** In the source: in byte code, a try with resources catches Throwable as well. */
    private static final Pattern EVERY_EXCEPTION = Pattern.compile("catch \\((final )?(Exception|Throwable|Error)\\b");

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.regatta");
    private static final JavaClasses TESTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS)
            .importPackages("org.regatta");
    private static final JavaClasses BAD = new ClassFileImporter().importPackages("unruly");

    static Stream<Named<ArchRule>> rules() {
        return Stream.of(
                Named.of("the engine stays at the edge", HouseRules.ENGINE_AT_THE_EDGE),
                Named.of("web and process types are hidden", HouseRules.OUTER_TYPES_HIDDEN),
                Named.of("repositories are hidden", HouseRules.REPOSITORIES_HIDDEN),
                Named.of("time comes from a clock", HouseRules.TIME_FROM_A_CLOCK),
                Named.of("nothing sleeps", HouseRules.NO_SLEEP),
                Named.of("nothing is injected into fields", HouseRules.NO_FIELD_INJECTION),
                Named.of("names say the job", HouseRules.NAMES_SAY_THE_JOB),
                Named.of("controllers show no entity", HouseRules.NO_ENTITY_IN_A_CONTROLLER),
                Named.of("what may be absent is not required", HouseRules.ABSENT_IS_NOT_REQUIRED),
                Named.of("nothing is printed", HouseRules.NO_STANDARD_STREAMS));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void hold(ArchRule rule) {
        rule.check(MAIN);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void canFail(ArchRule rule) {
        assertThat(rule.evaluate(BAD).hasViolation()).isTrue();
    }

    @Test
    void testsDoNotSleepEither() {
        HouseRules.NO_SLEEP.check(TESTS);
    }

    @Test
    void aPackageHasAtMostFifteenTypesWithBehaviour() {
        assertThat(packagesOver(TYPES_PER_PACKAGE, topLevel().filter(type -> !Words.isWord(type))))
                .as("types with behaviour in a package; records, enums, events and problems do not count")
                .isEmpty();
    }

    @Test
    void aPackageHasAtMostTwentyFiveWords() {
        assertThat(packagesOver(WORDS_PER_PACKAGE, topLevel().filter(Words::isWord)))
                .as("words in a package: records, enums, events, problems")
                .isEmpty();
    }

    @Test
    void takesDeclarationsForWordsAndNothingThatDoesSomething() {
        var words = new ClassFileImporter()
                        .importClasses(
                                RoundView.class,
                                RoundKind.class,
                                RoundOpened.class,
                                RoundNotOpen.class,
                                Rounds.class,
                                RoundReadiness.class,
                                ImportProperties.class)
                        .stream()
                        .filter(Words::isWord)
                        .map(JavaClass::getSimpleName);

        assertThat(words).containsExactlyInAnyOrder("RoundView", "RoundKind", "RoundOpened", "RoundNotOpen");
    }

    @Test
    void atMostHalfOfAModulesTypesWithBehaviourArePublic() {
        assertThat(modules().entrySet().stream()
                        .filter(module ->
                                shown(module.getValue()) * 2 > module.getValue().size())
                        .map(module -> "%s shows %d of %d"
                                .formatted(
                                        module.getKey(),
                                        shown(module.getValue()),
                                        module.getValue().size())))
                .as("public share of a module's types with behaviour; records, enums, events and problems do not count")
                .isEmpty();
    }

    @Test
    void everyPackageIsNullMarked() {
        assertThat(topLevel()
                        .filter(type -> !type.getPackage().isAnnotatedWith(NullMarked.class))
                        .map(JavaClass::getPackageName)
                        .distinct())
                .isEmpty();
    }

    @Test
    void nothingCatchesEveryException() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".java"))
                            .filter(file -> EVERY_EXCEPTION.matcher(text(file)).find()))
                    .isEmpty();
        }
    }

    private static List<String> packagesOver(int limit, Stream<JavaClass> types) {
        Map<String, Long> counts = types.collect(groupingBy(JavaClass::getPackageName, TreeMap::new, counting()));
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() > limit)
                .map(entry -> entry.getKey() + " has " + entry.getValue())
                .toList();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Types with behaviour of every module but {@code shared}, which exists to be used. */
    private static Map<String, List<JavaClass>> modules() {
        Map<String, List<JavaClass>> modules = topLevel()
                .filter(type -> !Words.isWord(type))
                .filter(type -> type.getPackageName().startsWith("org.regatta."))
                .collect(groupingBy(type -> type.getPackageName().split("\\.")[2], toList()));
        modules.remove("shared");
        return new TreeMap<>(modules);
    }

    private static long shown(List<JavaClass> types) {
        return types.stream()
                .filter(type -> type.getModifiers().contains(JavaModifier.PUBLIC))
                .count();
    }

    private static Stream<JavaClass> topLevel() {
        return MAIN.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> !type.getSimpleName().equals("package-info"));
    }
}
