package org.regatta.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A record that holds a secret says so by the name of the component; its text form does not show it. */
class SecretsInTextTest {

    private static final Pattern SECRET = Pattern.compile(
            "(?i).*(secret|password|passphrase|credential|(api|access|bearer|csrf)token|accesskey|signingkey).*");
    private static final String CANARY = "canary-in-a-record";

    private static final JavaClasses REGATTA = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.regatta");

    /** What the rule is tried on. */
    private record Telling(String secretKey, int number) {}

    private record Discreet(String secretKey, int number) {
        @Override
        public String toString() {
            return "Discreet[number=" + number + "]";
        }
    }

    static Stream<Class<?>> recordsWithSecrets() {
        return REGATTA.stream()
                .filter(type -> type.isRecord())
                .<Class<?>>map(type -> type.reflect())
                .filter(type -> Arrays.stream(type.getRecordComponents()).anyMatch(SecretsInTextTest::holdsSecret));
    }

    @ParameterizedTest
    @MethodSource("recordsWithSecrets")
    void showsNoSecretAsText(Class<?> type) throws ReflectiveOperationException {
        assertThat(text(type)).doesNotContain(CANARY);
    }

    @Test
    void noticesARecordThatTells() throws ReflectiveOperationException {
        assertThat(text(Telling.class)).contains(CANARY);
        assertThat(text(Discreet.class)).isEqualTo("Discreet[number=0]");
        assertThat(recordsWithSecrets()).hasSizeGreaterThan(5);
    }

    @Test
    void nothingIsLeftToAChanceThatCanBeGuessed() {
        var guessable =
                Set.of("java.util.Random", "java.util.SplittableRandom", "java.util.concurrent.ThreadLocalRandom");
        var found = REGATTA.stream()
                .filter(type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency ->
                                guessable.contains(dependency.getTargetClass().getName())))
                .map(type -> type.getName())
                .toList();

        assertThat(found).isEmpty();
    }

    private static boolean holdsSecret(RecordComponent component) {
        return SECRET.matcher(component.getName()).matches()
                && List.of(String.class, char[].class, List.class).contains(component.getType());
    }

    private static String text(Class<?> type) throws ReflectiveOperationException {
        var components = type.getRecordComponents();
        var constructor = type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        try {
            return constructor
                    .newInstance(Arrays.stream(components)
                            .map(SecretsInTextTest::value)
                            .toArray())
                    .toString();
        } catch (InvocationTargetException refused) {
            throw new AssertionError(type + " takes no nulls: give it values here", refused);
        }
    }

    private static Object value(RecordComponent component) {
        var type = component.getType();
        if (holdsSecret(component)) {
            return type == String.class ? CANARY : type == List.class ? List.of(CANARY) : CANARY.toCharArray();
        }
        return type.isPrimitive() ? Array.get(Array.newInstance(type, 1), 0) : null;
    }
}
