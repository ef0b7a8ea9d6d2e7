package org.regatta.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regatta.workflow.engine.ShippedModels;
import org.regatta.workflow.form.FormRules;
import org.regatta.workflow.gate.Catalogue;
import org.regatta.workflow.gate.ModelGate;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The gate of production over everything in {@code processes/}. */
class ProcessModelTest {

    private static final Pattern COLLECTION = Pattern.compile("camunda:collection=\"\\$\\{(\\w+)}\"");

    private final ShippedModels shipped = ShippedModels.onClassPath();

    @Test
    void everyShippedModelPassesTheGate() {
        var texts = shipped.models().values().stream()
                .map(content -> new String(content, StandardCharsets.UTF_8))
                .toList();
        var steps = Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"");
        var catalogue = new Catalogue(
                texts.stream()
                        .flatMap(text -> steps.matcher(text).results())
                        .map(hit -> hit.group(1))
                        .collect(Collectors.toSet()),
                texts.stream()
                        .flatMap(text -> COLLECTION.matcher(text).results())
                        .map(hit -> hit.group(1))
                        .collect(Collectors.toSet()),
                shipped.forms(),
                Map.of(),
                Set.of());

        var findings = new HashMap<String, Object>();
        new ModelGate()
                .checkAll(shipped.models(), catalogue).stream()
                        .filter(model -> !model.passed())
                        .forEach(model -> findings.put(model.name(), model.findings()));

        assertThat(findings).isEmpty();
    }

    @Test
    void everyShippedProcessHasATestThatTakesAllItsPaths() throws IOException {
        var tests = new ArrayList<String>();
        try (var files = Files.walk(Path.of("src/test/java"))) {
            for (var file : files.filter(file -> file.toString().endsWith("ProcessTest.java"))
                    .toList()) {
                tests.add(Files.readString(file));
            }
        }
        var untested = shipped.models().keySet().stream()
                .filter(name -> name.endsWith(".bpmn"))
                .map(name -> name.substring(0, name.length() - ".bpmn".length()))
                .filter(model -> tests.stream()
                        // where a test is switched off, paths are not counted
                        .noneMatch(test ->
                                test.contains("ModelUnderTest.of(\"" + model + "\")") && !test.contains("@Disabled")))
                .toList();

        assertThat(untested).isEmpty();
        assertThat(tests).hasSizeGreaterThanOrEqualTo(6);
    }

    @Test
    void everyShippedFormPassesItsRules() throws IOException {
        for (var file : new PathMatchingResourcePatternResolver().getResources("classpath*:forms/*/*.form")) {
            var id = file.getFilename().replace(".form", "");

            assertThat(new FormRules().check(id, file.getContentAsByteArray()))
                    .as(id)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{\"id\":\"a\",\"id\":\"a\",\"components\":[]}",
                "{\"id\":\"b\",\"components\":[]}",
                "{\"id\":\"a\",\"components\":[],\"script\":\"1\"}",
                "{\"id\":\"a\",\"components\":[{\"type\":\"iframe\",\"key\":\"k\",\"url\":\"x\"}]}",
                "{\"id\":\"a\",\"components\":[{\"type\":\"html\",\"content\":\"x\"}]}",
                "{\"id\":\"a\",\"components\":[{\"type\":\"text\",\"text\":\"=1+1\"}]}",
                "{\"id\":\"a\",\"components\":[{\"type\":\"text\",\"text\":\"{{a}}\"}]}",
                "{\"id\":\"a\",\"components\":[{\"type\":\"textfield\",\"key\":\"K k\"}]}",
                "{\"id\":\"a\",\"components\":[{\"type\":\"radio\",\"key\":\"k\"}]}",
                "{\"id\":\"a\",\"components\":[{\"type\":\"textfield\",\"key\":\"k\",\"validate\":{\"pattern\":\"(a+)+\"}}]}",
            })
    void refusesEveryOtherForm(String form) {
        assertThat(new FormRules().check("a", form.getBytes(StandardCharsets.UTF_8)))
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.remedy()).isNotBlank());
    }
}
