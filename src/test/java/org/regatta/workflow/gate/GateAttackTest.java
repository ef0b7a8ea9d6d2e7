package org.regatta.workflow.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.regatta.workflow.gate.SampleModels.findings;
import static org.regatta.workflow.gate.SampleModels.process;
import static org.regatta.workflow.gate.SampleModels.spoiled;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regatta.shared.Finding;

/** What an attacker would draw; nothing of it may reach the engine. */
class GateAttackTest {

    private static final String EXEC =
            "${&quot;&quot;.getClass().forName(&quot;java.lang.Runtime&quot;).getMethod(&quot;exec&quot;)}";
    private static final String OPEN_BALLOT = "camunda:delegateExpression=\"${openBallotDelegate}\"";

    private static void assertRefused(List<Finding> findings, String place, String message) {
        assertThat(findings).anySatisfy(finding -> {
            assertThat(finding.place()).matches("line \\d+, " + place);
            assertThat(finding.message()).contains(message);
            assertThat(finding.remedy()).isNotBlank();
        });
    }

    @Test
    void refusesAnOperatingSystemCommandInACondition() {
        assertRefused(
                findings(spoiled("${confirmed == true and (votes &gt;= 3 or not late)}", EXEC)),
                "isConfirmedToPublishResult",
                "condition is not allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "${''.class}",
                "${a.b}",
                "${a['b']}",
                "${a[0]}",
                "${a()}",
                "${a:b()}",
                "${now()}",
                "${execution}",
                "${execution.id}",
                "${a + b}",
                "${a ? b : c}",
                "${empty a}",
                "${a = b}",
                "${a == 'x'}${''.getClass()}",
                "${a} ${b}",
                "#{a}",
                "a == b",
                "${}",
                "${a == }",
                "${(a}",
                "${a and}",
                "${'\\''.class}",
                "${a instanceof b}",
                "true"
            })
    void refusesEveryConditionBeyondTheSmallGrammar(String condition) {
        assertThat(Conditions.valid(condition)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${ready}",
                "${not ready}",
                "${!ready && late || votes < -1.5}",
                "${route == 'by hand' or (route != \"x\" and votes >= 10)}",
                "${late == null}",
                "${ready == true}"
            })
    void takesEveryConditionOfTheSmallGrammar(String condition) {
        assertThat(Conditions.valid(condition)).isTrue();
    }

    @Test
    void refusesAShellTask() {
        assertRefused(
                findings(spoiled(OPEN_BALLOT, "camunda:type=\"shell\"")), "openBallot", "camunda:type is not allowed");
        assertRefused(
                findings(
                        spoiled(
                                "<bpmn:extensionElements>\n        <camunda:failed",
                                "<bpmn:extensionElements><camunda:field name=\"command\" stringValue=\"touch\"/>\n        <camunda:failed")),
                "openBallot",
                "<camunda:field> is not allowed");
    }

    @Test
    void refusesAScript() {
        var script =
                "<bpmn:scriptTask id=\"count\" scriptFormat=\"juel\"><bpmn:script>1</bpmn:script></bpmn:scriptTask><bpmn:endEvent";
        assertRefused(
                findings(process().replaceFirst("<bpmn:endEvent", script)),
                "count",
                "<bpmn:scriptTask> is not allowed");
    }

    @Test
    void refusesAScriptAsACondition() {
        var flow = "<bpmn:conditionExpression xsi:type=\"bpmn:tFormalExpression\"";
        assertRefused(
                findings(spoiled(flow, flow + " language=\"groovy\"")),
                "isConfirmedToPublishResult",
                "language is not allowed");
    }

    @Test
    void refusesAClassByTheNamespaceOfActiviti() {
        var model = spoiled(OPEN_BALLOT, "activiti:class=\"java.util.ArrayList\"")
                .replace(
                        "id=\"countVotesDefinitions\"",
                        "xmlns:activiti=\"http://activiti.org/bpmn\" id=\"countVotesDefinitions\"");
        assertRefused(findings(model), "openBallot", "{http://activiti.org/bpmn}class is not allowed");
        assertRefused(
                findings(spoiled(OPEN_BALLOT, "camunda:class=\"java.util.ArrayList\"")),
                "openBallot",
                "camunda:class is not allowed");
    }

    @Test
    void refusesAFormHandler() {
        assertRefused(
                findings(spoiled(
                        "camunda:formRef=\"confirmTally\"", "camunda:formHandlerClass=\"java.util.ArrayList\"")),
                "confirmTally",
                "camunda:formHandlerClass is not allowed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<camunda:executionListener class=\"java.util.ArrayList\" event=\"start\"/>",
                "<camunda:taskListener expression=\"${1}\" event=\"create\"/>",
                "<camunda:connector/>",
                "<camunda:inputOutput/>",
                "<camunda:formData/>",
                "<camunda:properties/>",
                "<camunda:in variables=\"all\"/>",
                "<camunda:in sourceExpression=\"${1}\" target=\"a\"/>",
                "<camunda:errorEventDefinition errorRef=\"ballotMissingError\" expression=\"${true}\"/>"
            })
    void refusesEveryOtherExtension(String extension) {
        assertThat(findings(spoiled(
                        "<bpmn:extensionElements>\n        <camunda:in b",
                        "<bpmn:extensionElements>" + extension + "<camunda:in b")))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"${''.getClass()}", "#{''.class}", "Confirm ${votes}"})
    void refusesExpressionsInNamesAndTexts(String expression) {
        assertRefused(
                findings(spoiled("name=\"Confirm tally\"", "name=\"" + expression + "\"")),
                "confirmTally",
                "expression stands");
        assertRefused(findings(spoiled("Opens the ballot.", expression)), "openBallot", "expression stands");
        assertThat(findings(spoiled("name=\"VotesIn\"", "name=\"" + expression + "\"")))
                .isNotEmpty();
        assertThat(findings(spoiled("errorCode=\"ballotMissing\"", "errorCode=\"" + expression + "\"")))
                .isNotEmpty();
        assertThat(findings(spoiled("${witness}", expression))).isNotEmpty();
        assertThat(findings(spoiled("${confirmBy}", expression))).isNotEmpty();
        assertThat(findings(spoiled("AWARD_MASTER", expression))).isNotEmpty();
        assertThat(findings(spoiled("${witnesses}", expression))).isNotEmpty();
        assertThat(findings(spoiled("R3/PT10M", expression))).isNotEmpty();
        assertThat(findings(spoiled("R3/PT30S", expression))).isNotEmpty();
        assertThat(findings(spoiled("calledElement=\"publishResult\"", "calledElement=\"" + expression + "\"")))
                .isNotEmpty();
    }

    @Test
    void fetchesNoSchema() throws IOException {
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listening.setSoTimeout(200);
            var model = spoiled(
                    "id=\"countVotesDefinitions\"",
                    "id=\"countVotesDefinitions\" xsi:schemaLocation=\"http://www.omg.org/spec/BPMN/20100524/MODEL http://127.0.0.1:"
                            + listening.getLocalPort() + "/BPMN20.xsd\"");

            assertRefused(findings(model), "countVotesDefinitions", "xsi:schemaLocation is not allowed");
            assertNobodyConnected(listening);
        }
    }

    @Test
    void readsNoExternalEntity() throws IOException {
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            listening.setSoTimeout(200);
            var address = "http://127.0.0.1:" + listening.getLocalPort() + "/";
            for (var type : List.of(
                    "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + address + "\">]>",
                    "<!DOCTYPE a SYSTEM \"" + address + "\">",
                    "<!DOCTYPE a [<!ENTITY % x SYSTEM \"" + address + "\"> %x;]>")) {
                var model =
                        spoiled("<bpmn:definitions", type + "<bpmn:definitions").replace("Opens the ballot.", "&x;");
                assertThat(findings(model))
                        .singleElement()
                        .satisfies(finding -> assertThat(finding.place()).endsWith(", file"));
            }
            assertNobodyConnected(listening);
        }
    }

    @Test
    void laughsNotABillionTimes() {
        var laughs = new StringBuilder("<!DOCTYPE a [<!ENTITY l0 \"ha\">");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY l")
                    .append(i)
                    .append(" \"")
                    .append(("&l" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        var model = spoiled("<bpmn:definitions", laughs + "]><bpmn:definitions").replace("Opens the ballot.", "&l29;");
        assertThat(findings(model)).hasSize(1);
    }

    @Test
    void refusesWhatIsTooLarge() {
        var large = spoiled("Opens the ballot.", "a".repeat(ModelDocument.MAX_BYTES));
        assertRefused(findings(large), "file", "larger than 1 MiB");
        var many = process()
                .replace(
                        "</bpmn:documentation>",
                        "</bpmn:documentation>" + "<bpmn:incoming>a</bpmn:incoming>".repeat(500));
        assertRefused(findings(many), "file", "more than 2000 elements");
        var deep = spoiled("<bpmn:process ", "<bpmn:subProcess>".repeat(60) + "<bpmn:process ");
        assertRefused(findings(deep), "file", "nests deeper");
    }

    @Test
    void refusesForeignNamespaces() {
        var model = spoiled(
                "id=\"countVotesDefinitions\"", "xmlns:evil=\"urn:evil\" evil:a=\"1\" id=\"countVotesDefinitions\"");
        assertRefused(findings(model), "countVotesDefinitions", "{urn:evil}a is not allowed");
        var element = spoiled("<bpmn:message ", "<evil:run xmlns:evil=\"urn:evil\"/><bpmn:message ");
        assertRefused(findings(element), "countVotesDefinitions", "<{urn:evil}run> is not allowed");
        assertThat(findings(spoiled("http://www.omg.org/spec/BPMN/20100524/MODEL", "urn:evil")))
                .isNotEmpty();
    }

    @Test
    void refusesCaseModelsAndOtherFiles() {
        var gate = new ModelGate();
        for (var name :
                List.of("a.cmmn", "a.bpmn20.xml", "a.groovy", "../a.bpmn", "/a.bpmn", "a.form", "", "a b.bpmn")) {
            assertThat(gate.check(name, process().getBytes(UTF_8), SampleModels.CATALOGUE)
                            .findings())
                    .singleElement()
                    .satisfies(finding -> assertThat(finding.message()).contains("not that of a model"));
        }
    }

    private static void assertNobodyConnected(ServerSocket listening) {
        assertThat(catchThrowable(listening::accept)).isInstanceOf(SocketTimeoutException.class);
    }
}
