package org.regatta.workflow.gate;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.regatta.workflow.gate.SampleModels.CATALOGUE;
import static org.regatta.workflow.gate.SampleModels.decision;
import static org.regatta.workflow.gate.SampleModels.decisionFindings;
import static org.regatta.workflow.gate.SampleModels.findings;
import static org.regatta.workflow.gate.SampleModels.process;
import static org.regatta.workflow.gate.SampleModels.spoil;
import static org.regatta.workflow.gate.SampleModels.spoiled;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelGateTest {

    private static final String CYCLE = "<bpmn:timeCycle xsi:type=\"bpmn:tFormalExpression\">R3/PT10M</bpmn:timeCycle>";

    private final ModelGate gate = new ModelGate();

    @Test
    void takesTheSamples() {
        assertThat(findings(process())).isEmpty();
        assertThat(decisionFindings(decision())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1M", "P1D"})
    void takesDurationsOfAtLeastAMinute(String duration) {
        assertThat(findings(spoiled(CYCLE, duration(duration)))).isEmpty();
    }

    /** Of a variable, nobody knows before it runs whether it is a millisecond. */
    @ParameterizedTest
    @ValueSource(strings = {"PT59S", "PT0.001S", "R9/PT1S", "${pause}"})
    void refusesDurationsThatAreOrMayBeShorter(String duration) {
        assertThat(findings(spoiled(CYCLE, duration(duration)))).anySatisfy(finding -> {
            assertThat(finding.place()).endsWith(", reminderDueDefinition");
            assertThat(finding.message()).contains("timer is not allowed");
            assertThat(finding.remedy()).contains("a duration of at least a minute");
        });
    }

    private static String duration(String duration) {
        return "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">" + duration + "</bpmn:timeDuration>";
    }

    @Test
    void writesTheSameDocumentEveryTime() {
        for (var sample : Map.of("countVotes.bpmn", process(), "ballotRoute.dmn", decision())
                .entrySet()) {
            var once = gate.check(sample.getKey(), sample.getValue().getBytes(UTF_8), CATALOGUE)
                    .content();
            var twice = gate.check(sample.getKey(), once, CATALOGUE).content();

            assertThat(new String(once, UTF_8)).startsWith("<?xml").hasSizeGreaterThan(500);
            assertThat(twice).isEqualTo(once);
        }
    }

    @Test
    void writesNothingThatWasNotChecked() {
        var commented = spoiled("<bpmn:process ", "<!-- hidden --><bpmn:process ")
                .replace("Opens the ballot.", "<![CDATA[Opens <b>& closes]]>&#13;.");
        var written = new String(
                gate.check("countVotes.bpmn", commented.getBytes(UTF_8), CATALOGUE)
                        .content(),
                UTF_8);

        assertThat(written).doesNotContain("hidden", "CDATA", "\r").contains("Opens &lt;b&gt;&amp; closes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "camunda:historyTimeToLive=\"P365D\"|camunda:historyTimeToLive=\"P1D\"|countVotes|history is not kept",
                "camunda:historyTimeToLive=\"P365D\"| |countVotes|has no camunda:historyTimeToLive",
                "camunda:versionTag=\"1.0\"| |countVotes|has no camunda:versionTag",
                "isExecutable=\"true\"|isExecutable=\"false\"|countVotes|not executable",
                "Opens the ballot.| |openBallot|no documentation",
                "${openBallotDelegate}|${remindVotersDelegate}|openBallot|step of its own name",
                "camunda:candidateGroups=\"AWARD_MASTER\"|camunda:candidateGroups=\"ROOT\"|confirmTally|no role ROOT",
                "camunda:candidateGroups=\"AWARD_MASTER\"| |confirmTally|who does it",
                "camunda:formRef=\"confirmTally\"|camunda:formRef=\"other\"|confirmTally|name of the task",
                "calledElement=\"publishResult\"|calledElement=\"other\"|publishResult|no process other",
                "<camunda:in businessKey=\"#{execution.processBusinessKey}\"/>| |publishResult|0 business keys",
                "#{execution.processBusinessKey}|#{execution.id}|publishResult|more than a plain variable",
                "source=\"ballotId\"|source=\"${ballotId}\"|publishResult|more than a plain variable",
                "${witnesses}|${voters}|witnessTally|known collection",
                "elementVariable=\"witness\"|elementVariable=\"execution\"|witnessTally|not a plain name",
                "R3/PT30S|R99/PT1S|openBallot|retry cycle",
                "R3/PT10M|R3/PT4M|reminderDueDefinition|timer is not allowed",
                "R3/PT10M|R/PT10M|reminderDueDefinition|timer is not allowed",
                "R3/PT10M|0 0/5 * * * ?|reminderDueDefinition|timer is not allowed",
                "errorRef=\"ballotMissingError\"|errorRef=\"other\"|ballotMissingDefinition|no error other",
                "errorCode=\"ballotMissing\"|errorCode=\"Ballot missing\"|ballotMissingError|not camelCase",
                "messageRef=\"votesInMessage\"|messageRef=\"other\"|awaitVotes|no message other",
                "default=\"isConfirmedToAwaitVotes\"| |isConfirmed|no default",
                "targetRef=\"resultPublished\"|targetRef=\"nowhere\"|publishResultToResultPublished|not in the same scope",
                "attachedToRef=\"openBallot\"|attachedToRef=\"nothing\"|ballotMissing|attached to nothing",
                "bpmnElement=\"openBallot\"|bpmnElement=\"gone\"|openBallot|does not show it",
                "x=\"100\"|x=\"1e9\"|votesDueShape|not a number",
                "cancelActivity=\"false\"|cancelActivity=\"${a}\"|reminderDue|neither true nor false",
            })
    void namesPlaceAndRemedyOfEachMistake(String right, String wrong, String place, String message) {
        assertThat(findings(spoiled(right, wrong == null ? "" : wrong))).anySatisfy(finding -> {
            assertThat(finding.place()).matches("line \\d+, " + place);
            assertThat(finding.message()).contains(message);
            assertThat(finding.remedy()).isNotBlank();
        });
    }

    @Test
    void namesTheLine() {
        var lines = process().split("\n");
        int line = 0;
        while (!lines[line].contains("id=\"confirmTally\"")) {
            line++;
        }
        assertThat(findings(spoiled("AWARD_MASTER", "ROOT")).get(0).place())
                .isEqualTo("line " + (line + 1) + ", confirmTally");
    }

    @Test
    void refusesAnotherNameThanTheFiles() {
        var checked = gate.check("votes.bpmn", process().getBytes(UTF_8), CATALOGUE);

        assertThat(checked.findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("countVotes", "votes"));
        assertThat(checked.content()).isEmpty();
    }

    @Test
    void refusesProcessesThatCallEachOtherInACircle() {
        var publish = spoil(process(), "calledElement=\"publishResult\"", "calledElement=\"countVotes\"")
                .replace("bpmn:process id=\"countVotes\"", "bpmn:process id=\"publishResult\"")
                .replace("bpmnElement=\"countVotes\"", "bpmnElement=\"publishResult\"")
                .replace("callActivity id=\"publishResult\"", "callActivity id=\"recount\"")
                .replace("\"publishResult\" targetRef", "\"recount\" targetRef")
                .replace("targetRef=\"publishResult\"", "targetRef=\"recount\"");
        var checked = gate.checkAll(
                Map.of("countVotes.bpmn", process().getBytes(UTF_8), "publishResult.bpmn", publish.getBytes(UTF_8)),
                CATALOGUE);

        assertThat(checked)
                .hasSize(2)
                .allSatisfy(model -> assertThat(model.findings())
                        .anySatisfy(finding -> assertThat(finding.message()).contains("calls itself")));
    }

    @Test
    void letsTheModelsOfASetCallEachOther() {
        var alone = new Catalogue(
                CATALOGUE.steps(), CATALOGUE.collections(), CATALOGUE.forms(), Map.of(), CATALOGUE.decisions());

        assertThat(gate.check("countVotes.bpmn", process().getBytes(UTF_8), alone)
                        .findings())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"juel", "groovy", "javascript", "http://www.java.com/javaClassLibrary"})
    void refusesDecisionsInAnotherLanguageThanFeel(String language) {
        var spoiled =
                spoil(decision(), "<inputExpression ", "<inputExpression expressionLanguage=\"" + language + "\" ");

        assertThat(decisionFindings(spoiled))
                .singleElement()
                .satisfies(finding -> assertThat(finding.message()).contains("not FEEL"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${''.getClass()}",
                "for i in 1..1000000000 return i",
                "function(x) external {java: {class: \"java.lang.Runtime\"}}",
                "some x in votes satisfies x",
                "votes.class",
                "{a: 1}",
                "get value(votes, 1)",
                "now()",
                "#{a}"
            })
    void refusesFeelBeyondTheSmallPart(String expression) {
        assertThat(decisionFindings(spoil(decision(), ">votes<", ">" + expression + "<")))
                .isNotEmpty();
        assertThat(decisionFindings(spoil(decision(), ">\"wait\"<", ">" + expression + "<")))
                .isNotEmpty();
    }

    @Test
    void refusesDecisionsThatAreNoTables() {
        var literal = decision()
                .replaceAll(
                        "(?s)<decisionTable.*</decisionTable>",
                        "<literalExpression><text>1</text></literalExpression>");

        assertThat(decisionFindings(literal))
                .anySatisfy(finding -> assertThat(finding.message()).contains("literalExpression"));
    }

    @Test
    void answersAThousandBrokenModelsWithFindingsOnly() {
        var random = new Random(42);
        for (int i = 0; i < 1000; i++) {
            var mutant = Mutants.of(i % 10 == 0 ? decision() : process(), random);
            var name = i % 10 == 0 ? "ballotRoute.dmn" : "countVotes.bpmn";

            var checked = gate.check(name, mutant, CATALOGUE);

            assertThat(checked.passed()).isEqualTo(checked.content().length > 0);
            if (checked.passed()) {
                var again = gate.check(name, checked.content(), CATALOGUE);
                assertThat(again.findings()).isEmpty();
                assertThat(again.content()).isEqualTo(checked.content());
            } else {
                assertThat(checked.findings())
                        .allSatisfy(finding -> assertThat(finding.place()).matches("line \\d+, .+"));
            }
        }
    }
}
