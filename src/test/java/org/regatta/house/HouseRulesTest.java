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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {

    private static final int TYPES_PER_PACKAGE = 15;
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
                Named.of("controllers show no entity", HouseRules.NO_ENTITY_IN_A_CONTROLLER));
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
    void aPackageHasAtMostFifteenTypes() {
        Map<String, Long> types = topLevel().collect(groupingBy(JavaClass::getPackageName, counting()));

        assertThat(types.entrySet().stream()
                        .filter(entry -> entry.getValue() > TYPES_PER_PACKAGE)
                        .map(entry -> entry.getKey() + " has " + entry.getValue()))
                .isEmpty();
    }

    @Test
    void atMostHalfOfAModulesTypesArePublic() {
        assertThat(modules().entrySet().stream()
                        .filter(module ->
                                shown(module.getValue()) * 2 > module.getValue().size())
                        .map(module -> "%s shows %d of %d"
                                .formatted(
                                        module.getKey(),
                                        shown(module.getValue()),
                                        module.getValue().size())))
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

    /** Every module but {@code shared}, which exists to be used. */
    private static Map<String, List<JavaClass>> modules() {
        Map<String, List<JavaClass>> modules = topLevel()
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
