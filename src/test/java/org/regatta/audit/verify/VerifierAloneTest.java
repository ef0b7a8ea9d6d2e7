package org.regatta.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verifier as auditors get it: a jar with its own classes and nothing else, run by the command the guide names. */
class VerifierAloneTest {

    @TempDir
    private Path folder;

    /** What a run ended with, and what it said. */
    private record Run(int code, String said) {}

    @Test
    void needsNothingButJava() throws Exception {
        var jar = jar();
        var bundle = folder.resolve("audit-bundle.zip");
        ExampleBundle.write(bundle, 2_000);

        var whole = run(jar, bundle);
        assertThat(whole.said()).startsWith("As sealed: entries 1 to 2000,");
        assertThat(whole.code()).isZero();

        var broken = run(jar, folder.resolve("no-such.zip"));
        assertThat(broken.said()).startsWith("The bundle cannot be read");
        assertThat(broken.code()).isOne();
        assertThat(run(jar).code()).as("called without a bundle").isEqualTo(2);
    }

    private Path jar() throws IOException {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, VerifyAudit.class.getName());
        var file = folder.resolve("regatta-verify.jar");
        var classes = Path.of("target", "classes");
        try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest);
                var found = Files.walk(classes.resolve("org/regatta/audit/verify"))) {
            for (var one : found.filter(Files::isRegularFile).toList()) {
                jar.putNextEntry(new JarEntry(classes.relativize(one).toString()));
                Files.copy(one, jar);
                jar.closeEntry();
            }
        }
        return file;
    }

    private static Run run(Path jar, Path... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString()));
        for (var argument : arguments) {
            command.add(argument.toString());
        }
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), said);
    }
}
