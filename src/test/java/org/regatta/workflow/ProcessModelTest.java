package org.regatta.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.regatta.workflow.engine.ShippedModels;
import org.regatta.workflow.gate.Catalogue;
import org.regatta.workflow.gate.ModelGate;

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
}
