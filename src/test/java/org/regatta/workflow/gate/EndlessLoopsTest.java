package org.regatta.workflow.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regatta.workflow.gate.SampleModels.findings;
import static org.regatta.workflow.gate.SampleModels.process;
import static org.regatta.workflow.gate.SampleModels.spoil;
import static org.regatta.workflow.gate.SampleModels.spoiled;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EndlessLoopsTest {

    private static final String DATE = "<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${closesAt}</bpmn:timeDate>";
    private static final String BACK = "sourceRef=\"remindVoters\" targetRef=\"awaitVotes\"";

    @Test
    void refusesALoopThatNeverWaits() {
        var endless = spoiled(
                        "sourceRef=\"openBallot\" targetRef=\"awaitVotes\"",
                        "sourceRef=\"openBallot\" targetRef=\"isConfirmed\"")
                .replace(
                        "sourceRef=\"isConfirmed\" targetRef=\"awaitVotes\"",
                        "sourceRef=\"isConfirmed\" targetRef=\"openBallot\"");

        assertThat(findings(endless)).anySatisfy(finding -> {
            assertThat(finding.place()).endsWith(", isConfirmed");
            assertThat(finding.message()).contains("without ever waiting");
        });
    }

    @Test
    void refusesALoopThatWaitsOnlyForAnEmptyCollection() {
        var perhapsEndless = process()
                .replace(
                        "sourceRef=\"witnessTally\" targetRef=\"confirmTally\"",
                        "sourceRef=\"witnessTally\" targetRef=\"isConfirmed\"")
                .replace(
                        "sourceRef=\"isConfirmed\" targetRef=\"awaitVotes\"",
                        "sourceRef=\"isConfirmed\" targetRef=\"witnessTally\"");

        assertThat(findings(perhapsEndless))
                .anySatisfy(finding -> assertThat(finding.message()).contains("without ever waiting"));
    }

    @Test
    void refusesALoopThatOnlyADateHolds() {
        var looping = spoiled("<bpmn:timeCycle xsi:type=\"bpmn:tFormalExpression\">R3/PT10M</bpmn:timeCycle>", DATE)
                .replace(" cancelActivity=\"false\"", "")
                .replace("sourceRef=\"remindVoters\" targetRef=\"votersReminded\"", BACK)
                .replace("<bpmn:endEvent id=\"votersReminded\" name=\"Voters reminded\"/>", "");

        assertThat(findings(looping)).anySatisfy(finding -> {
            assertThat(finding.place()).endsWith(", remindVoters");
            assertThat(finding.message()).contains("without ever waiting");
            assertThat(finding.remedy()).contains("a date alone");
        });
    }

    @Test
    void refusesALoopThatOnlyADateInsideASubProcessHolds() {
        var looping = withoutConfirming(spoiled(receiveTask(), """
                <bpmn:subProcess id="awaitVotes" name="Await votes">
                  <bpmn:startEvent id="votingBegun" name="Voting begun"/>
                  <bpmn:intermediateCatchEvent id="closed" name="Closed">
                    <bpmn:timerEventDefinition id="closedDefinition">%s</bpmn:timerEventDefinition>
                  </bpmn:intermediateCatchEvent>
                  <bpmn:endEvent id="votingEnded" name="Voting ended"/>
                  <bpmn:sequenceFlow id="votingBegunToClosed" sourceRef="votingBegun" targetRef="closed"/>
                  <bpmn:sequenceFlow id="closedToVotingEnded" sourceRef="closed" targetRef="votingEnded"/>
                </bpmn:subProcess>""".formatted(DATE)));

        assertThat(findings(looping)).anySatisfy(finding -> {
            assertThat(finding.place()).endsWith(", awaitVotes");
            assertThat(finding.message()).contains("without ever waiting");
        });
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void comesToTheEndOfScopesInScopes() {
        var nested = "<bpmn:intermediateCatchEvent id=\"closed\"><bpmn:timerEventDefinition id=\"d\">" + DATE
                + "</bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>" + inner("closed", 0);
        for (int depth = 1; depth <= 30; depth++) {
            nested = "<bpmn:subProcess id=\"scope" + depth + "\">" + nested + "</bpmn:subProcess>"
                    + inner("scope" + depth, depth);
        }
        var model = spoiled(receiveTask(), "<bpmn:subProcess id=\"awaitVotes\">" + nested + "</bpmn:subProcess>");

        assertThat(findings(withoutConfirming(model)))
                .anySatisfy(finding -> assertThat(finding.message()).contains("without ever waiting"));
    }

    /** A way from a start over the step to an end. */
    private static String inner(String step, int number) {
        return """
                <bpmn:startEvent id="s%2$d"/><bpmn:endEvent id="e%2$d"/>
                <bpmn:sequenceFlow id="in%2$d" sourceRef="s%2$d" targetRef="%1$s"/>
                <bpmn:sequenceFlow id="out%2$d" sourceRef="%1$s" targetRef="e%2$d"/>""".formatted(step, number);
    }

    @Test
    void acceptsALoopThatAMessageHolds() {
        assertThat(findings(withoutConfirming(process())))
                .noneSatisfy(finding -> assertThat(finding.message()).contains("without ever waiting"));
    }

    /** The way past the task that waits for a person, back to the votes. */
    private static String withoutConfirming(String process) {
        return spoil(
                process,
                "sourceRef=\"witnessTally\" targetRef=\"confirmTally\"",
                "sourceRef=\"witnessTally\" targetRef=\"isConfirmed\"");
    }

    private static String receiveTask() {
        var process = process();
        var end = "</bpmn:receiveTask>";
        return process.substring(process.indexOf("<bpmn:receiveTask"), process.indexOf(end) + end.length());
    }

    @Test
    void acceptsADateOutsideOfEveryLoop() {
        assertThat(findings(
                        spoiled("<bpmn:timeCycle xsi:type=\"bpmn:tFormalExpression\">R3/PT10M</bpmn:timeCycle>", DATE)))
                .isEmpty();
    }
}
