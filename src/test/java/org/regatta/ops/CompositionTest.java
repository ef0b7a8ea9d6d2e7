package org.regatta.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The compositions of containers against {@code .env.example} and against the files they name. */
class CompositionTest {

    private static final String PRODUCTION = "docker-compose.yml";
    private static final String DEVELOPMENT = "docker-compose.dev.yml";
    private static final Path DOCKER = Path.of("docker");
    private static final Path EXAMPLE = Path.of(".env.example");

    /** Of a composition, where {@code $$} is a dollar; of a script, where it is the process. */
    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{?([A-Z][A-Z_]+)");

    @ParameterizedTest
    @ValueSource(strings = {PRODUCTION, DEVELOPMENT})
    void namesOnlyVariablesThatTheExampleDescribes(String composition) {
        assertThat(described()).containsAll(variables(read(DOCKER.resolve(composition))));
    }

    @Test
    void readsEveryVariableThatTheExampleKeepsForTheComposition() {
        var text = read(EXAMPLE);
        var ours = described(text.substring(text.indexOf("For docker/docker-compose.yml only")));

        assertThat(ours).isNotEmpty();
        assertThat(variables(read(DOCKER.resolve(PRODUCTION)))).containsAll(ours);
    }

    @Test
    void handsEveryOtherVariableOfTheExampleToSomethingThatReadsIt() {
        var read = new TreeSet<>(variables(read(DOCKER.resolve(PRODUCTION))));
        read.addAll(variables(read(DOCKER.resolve("entrypoint.sh"))));
        read.add(DatabaseUrl.VARIABLE);
        Stream.of(Variable.values()).map(Enum::name).forEach(read::add);
        // said there to be read by nothing
        read.add("DATABASE_URL_TEST");

        assertThat(described())
                .filteredOn(variable -> !variable.startsWith("REGATTA_"))
                .isSubsetOf(read);
        assertThat(service(PRODUCTION, "regatta")).containsEntry("env_file", "../.env");
    }

    @ParameterizedTest
    @ValueSource(strings = {PRODUCTION, DEVELOPMENT})
    void looksWhetherDatabaseAndObjectStoreAreWell(String composition) {
        for (var service : List.of("postgres", "s3")) {
            assertThat(service(composition, service))
                    .as(service)
                    .hasEntrySatisfying(
                            "healthcheck",
                            check -> assertThat(((Map<?, ?>) check).keySet())
                                    .map(Object::toString)
                                    .contains("test", "interval", "timeout", "retries"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {PRODUCTION, DEVELOPMENT})
    void mountsFilesAndWaitsForServicesThatAreThere(String composition) {
        var services = services(composition);
        var volumes = (Map<?, ?>) yaml(composition).get("volumes");
        services.forEach((name, service) -> {
            for (var mounted : list(service.get("volumes"))) {
                var source = mounted.toString()
                        .replaceFirst("^\\$\\{[A-Z_]+:-([^}]*)}", "$1")
                        .split(":")[0];
                if (source.equals("./tls")) {
                    continue; // the deployment's own, see README
                }
                assertThat(source.startsWith("./") ? Files.exists(DOCKER.resolve(source)) : volumes.containsKey(source))
                        .as(name + " mounts " + source)
                        .isTrue();
            }
            if (service.get("depends_on") instanceof Map<?, ?> others) {
                assertThat(services).containsKeys(others.keySet().toArray(String[]::new));
            }
        });
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> several ? several : List.of();
    }

    private static Map<String, Object> service(String composition, String name) {
        return services(composition).get(name);
    }

    @SuppressWarnings("unchecked") // what a composition is made of
    private static Map<String, Map<String, Object>> services(String composition) {
        return (Map<String, Map<String, Object>>) yaml(composition).get("services");
    }

    private static Map<String, Object> yaml(String composition) {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(read(DOCKER.resolve(composition)));
    }

    private static Set<String> described() {
        return described(read(EXAMPLE));
    }

    private static Set<String> described(String example) {
        return found(Pattern.compile("(?m)^(?:# )?([A-Z][A-Z_]+)="), example);
    }

    private static Set<String> variables(String text) {
        return found(VARIABLE, text);
    }

    private static Set<String> found(Pattern pattern, String text) {
        var names = new TreeSet<String>();
        pattern.matcher(text).results().forEach(found -> names.add(found.group(1)));
        return names;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
