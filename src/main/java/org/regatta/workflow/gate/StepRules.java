package org.regatta.workflow.gate;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.regatta.identity.Role;

/** What tasks may run, who may be asked, what may be called and repeated. */
final class StepRules {

    private static final Pattern RETRY = Pattern.compile("R[1-9]/PT[1-9]\\d{0,2}[SM]");
    private static final String PROCESS_BUSINESS_KEY = "#{execution.processBusinessKey}";

    private final Catalogue catalogue;
    private final Findings findings;

    StepRules(Catalogue catalogue, Findings findings) {
        this.catalogue = catalogue;
        this.findings = findings;
    }

    void check(Node root) {
        root.all().forEach(node -> {
            switch (node.name()) {
                case "bpmn:serviceTask" -> serviceTask(node);
                case "bpmn:userTask" -> userTask(node);
                case "bpmn:callActivity" -> callActivity(node);
                case "bpmn:businessRuleTask" -> businessRuleTask(node);
                case "bpmn:multiInstanceLoopCharacteristics" -> repetition(node);
                case "bpmn:extensionElements" -> extensions(node);
                default -> {
                    // every other element is judged by the grammar or by other rules
                }
            }
            switches(node);
        });
    }

    private void serviceTask(Node task) {
        var name = Conditions.name(task.get("camunda:delegateExpression"));
        if (!name.equals(task.id() + "Delegate")) {
            findings.add(
                    task,
                    "The service task does not run the step of its own name.",
                    "Write camunda:delegateExpression=\"${" + task.id() + "Delegate}\".");
        } else if (!catalogue.steps().contains(name)) {
            findings.add(
                    task,
                    "There is no step called " + task.id() + ".",
                    "Known steps: " + known(catalogue.steps().stream().map(step -> step.replaceAll("Delegate$", ""))));
        }
    }

    private void userTask(Node task) {
        var assignee = task.get("camunda:assignee");
        var role = task.get("camunda:candidateGroups");
        if (assignee.isEmpty() == role.isEmpty()) {
            findings.add(
                    task,
                    "The user task has to say who does it, once.",
                    "Set either assignee to ${variable} or candidateGroups to a role.");
        }
        if (!assignee.isEmpty() && !Conditions.isVariable(assignee)) {
            findings.add(task, "The assignee is not a plain variable.", "Write ${variable}.");
        }
        var roles = Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toSet());
        if (!role.isEmpty() && !roles.contains(role)) {
            findings.add(task, "There is no role " + role + ".", "Known roles: " + known(roles.stream()));
        }
        var dueDate = task.get("camunda:dueDate");
        if (!dueDate.isEmpty() && !Conditions.isVariable(dueDate)) {
            findings.add(task, "The due date is not a plain variable.", "Write ${variable}.");
        }
        form(task);
    }

    private void form(Node task) {
        if (task.has("camunda:formRef") && !task.get("camunda:formRef").equals(task.id())) {
            findings.add(
                    task,
                    "The form does not have the name of the task.",
                    "Set formRef to " + task.id() + ", or leave it out.");
        }
        if (task.has("camunda:formRef") != task.has("camunda:formRefBinding")
                || task.has("camunda:formRefBinding")
                        && !task.get("camunda:formRefBinding").equals("latest")) {
            findings.add(
                    task,
                    "The binding of the form is not latest.",
                    "Set formRef and formRefBinding=\"latest\", or neither.");
        }
        if (!catalogue.forms().contains(task.id())) {
            findings.add(
                    task,
                    "There is no form " + task.id() + ".form.",
                    "Known forms: " + known(catalogue.forms().stream()));
        }
    }

    private void callActivity(Node call) {
        if (!catalogue.processes().containsKey(call.get("calledElement"))) {
            findings.add(
                    call,
                    "There is no process " + call.get("calledElement") + ".",
                    "Known processes: " + known(catalogue.processes().keySet().stream()));
        }
        if (call.has("camunda:calledElementBinding")
                && !call.get("camunda:calledElementBinding").equals("latest")) {
            findings.add(
                    call, "The called process is not bound to its latest version.", "Remove calledElementBinding.");
        }
        long keys = call.extensions("camunda:in")
                .filter(in -> in.has("businessKey"))
                .count();
        if (keys != 1) {
            findings.add(
                    call,
                    "The called process gets " + keys + " business keys.",
                    "Add one <camunda:in businessKey=\"" + PROCESS_BUSINESS_KEY
                            + "\"/> or <camunda:in businessKey=\"${variable}\"/>.");
        }
    }

    private void extensions(Node extensions) {
        boolean call = extensions.parent() != null && extensions.parent().is("bpmn:callActivity");
        for (var child : extensions.children()) {
            if (child.is("camunda:failedJobRetryTimeCycle")
                    && !RETRY.matcher(child.trimmed()).matches()) {
                findings.add(child, "The retry cycle is not readable.", "Write for instance R3/PT30S.");
            }
            if (child.is("camunda:in", "camunda:out")) {
                mapping(child, call);
            }
        }
    }

    private void mapping(Node mapping, boolean call) {
        var key = mapping.get("businessKey");
        boolean isKey = mapping.has("businessKey")
                && mapping.attributes().size() == 1
                && (key.equals(PROCESS_BUSINESS_KEY) || Conditions.isVariable(key));
        boolean isVariable = !mapping.has("businessKey")
                && Conditions.isName(mapping.get("source"))
                && Conditions.isName(mapping.get("target"));
        if (!call || !isKey && !isVariable) {
            findings.add(
                    mapping,
                    "The mapping of a call is more than a plain variable or the business key.",
                    "Write source and target as variable names, or businessKey alone.");
        }
    }

    private void businessRuleTask(Node task) {
        if (!catalogue.decisions().contains(task.get("camunda:decisionRef"))) {
            findings.add(
                    task,
                    "There is no decision " + task.get("camunda:decisionRef") + ".",
                    "Known decisions: " + known(catalogue.decisions().stream()));
        }
        if (!Conditions.isName(task.get("camunda:resultVariable"))) {
            findings.add(task, "The result variable is not a plain name.", "Use camelCase.");
        }
        if (!task.get("camunda:mapDecisionResult").equals("singleEntry")) {
            findings.add(task, "The result is not a single value.", "Set mapDecisionResult to singleEntry.");
        }
    }

    private void repetition(Node loop) {
        var collection = Conditions.name(loop.get("camunda:collection"));
        if (!catalogue.collections().contains(collection)) {
            findings.add(
                    loop,
                    "The step is not repeated over a known collection.",
                    "Write camunda:collection=\"${name}\"; known: " + known(catalogue.collections().stream()));
        }
        if (!Conditions.isName(loop.get("camunda:elementVariable"))) {
            findings.add(loop, "The element variable is not a plain name.", "Use camelCase.");
        }
        loop.children("bpmn:completionCondition")
                .filter(condition -> !Conditions.valid(condition.trimmed()))
                .forEach(condition -> FlowRules.condition(condition, findings));
    }

    private void switches(Node node) {
        for (var attribute : node.attributes().entrySet()) {
            boolean isSwitch = BpmnGrammar.SWITCHES.contains(attribute.getKey());
            if (isSwitch
                    && !attribute.getValue().equals("true")
                    && !attribute.getValue().equals("false")) {
                findings.add(node, attribute.getKey() + " is neither true nor false.", "Write true or false.");
            }
        }
    }

    private static String known(Stream<String> names) {
        var sorted = names.sorted().limit(40).collect(Collectors.joining(", "));
        return (sorted.isEmpty() ? "none" : sorted) + ".";
    }
}
