package org.regatta.imports.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regatta.imports.text.Findings;
import org.regatta.imports.text.RawFile;
import org.regatta.projectfile.FileType;

class BundleReaderTest {

    private static final int MUTATIONS = 1_000;

    @ParameterizedTest
    @ValueSource(strings = {"chopin-2025", "regional-innovation-prize"})
    void findsNothingWrongWithTheShippedBundles(String name) {
        assertThat(Bundles.findings(Bundles.shipped(name))).isEmpty();
    }

    @Test
    void readsTheWholeChopinCompetition() {
        var bundle = read(Bundles.shipped("chopin-2025"));

        assertThat(bundle.projects()).hasSize(84);
        assertThat(bundle.recusals()).hasSize(33);
        assertThat(bundle.scores()).hasSize(2_635);
        assertThat(bundle.plan().rounds())
                .extracting(CompetitionPlan.Round::key)
                .containsExactly(
                        "registration",
                        "stage-1",
                        "stage-1-decisions",
                        "stage-2",
                        "stage-2-decisions",
                        "stage-3",
                        "stage-3-decisions",
                        "final",
                        "awards");
        assertThat(bundle.plan().jury("jury").jurors()).hasSize(17);
        assertThat(bundle.plan().policies().get(3).rules().roundWeights().toString())
                .isEqualTo("{stage-1=0.1, stage-2=0.2, stage-3=0.35, final=0.35}");
        assertThat(bundle.plan().rounds().getFirst().closesAt()).isEqualTo(Instant.parse("2025-10-02T16:00:00Z"));
    }

    @Test
    void findsNothingWrongWithTheSmallBundle() {
        assertThat(Bundles.small().findings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            zone: Europe/Warsaw | zone: Europe/Warsow | competition.yaml:6:9 | time zone "Europe/Warsow" is unknown
            kind: INTAKE | kind: INTAK | competition.yaml:31:11 | Did you mean INTAKE?
            rubric: both | rubic: both | competition.yaml:36:5 | Did you mean "rubric"?
            rubric: both | rubric: bth | competition.yaml:36:13 | There is no rubric "bth". # Did you mean "both"?
            scoringPolicy: mean | scoringPolicy: nope | competition.yaml:37:20 | There is no scoring policy "nope"
            decides: first | decides: decision | competition.yaml:43:14 | not an EVALUATION round before this one
            {jury: main} | {jury: main, jurorsPerProject: 3} | competition.yaml:39:40 | has only 2 jurors
            label: B | label: A | competition.yaml:27:9 | The juror "A" is there twice
            step: 0.5 | step: 0.4 | competition.yaml:13:75 | do not lead from 1 to 10
            mode: HALF_UP | mode: HALF | competition.yaml:20:42 | "HALF" is no value for "mode"
            count: 2 | cuont: 2 | competition.yaml:21:37 | The key "cuont" is unknown here
            kind: TOP_N, count: 2 | kind: TOP_N | competition.yaml:21:16 | How many go on is not said
            2026-03-01T18:00 | 2026-03-29T02:30 | competition.yaml:32:15 | does not exist in Europe/Warsaw
            2026-03-01T18:00 | 2026-10-25T02:30 | competition.yaml:32:15 | comes twice in Europe/Warsaw
            role: OBSERVER | role: SUPER_ADMIN | competition.yaml:8:41 | cannot make anybody SUPER_ADMIN
            email: a@tests.example | email: nobody | competition.yaml:26:27 | "nobody" is not an e-mail address
            key: small | key: Small one | competition.yaml:4:8 | "Small one" cannot be used
            format: regatta/1 | format: regatta/9 | competition.yaml:1:9 | format "regatta/9" is unknown
            key: decision | key: call | competition.yaml:40:10 | The round "call" is there twice
            rubric: both | discrepancyPercent: 101 | competition.yaml:36:25 | Here belongs a whole number
            closesAt: 2026-03-01T18:00 | discrepancyPercent: 40 | competition.yaml:32:25 | only an EVALUATION round has it
            rubric: both | feedback: EVERYTHING | competition.yaml:36:15 | "EVERYTHING" is not one of DECISION, RESULT
            closesAt: 2026-03-01T18:00 | feedback: RESULT | competition.yaml:32:15 | only an EVALUATION round has it
            zone: Europe/Warsaw | fourEyes: perhaps | competition.yaml:6:13 | "perhaps" is neither true nor false
            name: Decision | decides: first | competition.yaml:43:5 | "decides" stands here twice
            """)
    void namesLineAndColumnOfAMistakeInThePlan(String right, String wrong, String place, String message) {
        var findings = Bundles.small().with("competition.yaml", right, wrong).findings();

        assertThat(findings)
                .anySatisfy(one -> assertThat(one).startsWith(place + " ").contains(message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            projects.csv | 2,Two,music        | 1,Two,music          | projects.csv:3:1 | The number "1" is there twice
            projects.csv | 2,Two,music        | 2,Two                | projects.csv:3:3 | The row has 2 cells, the header 3
            projects.csv | 2,Two,music        | 2,=HYPERLINK(1),music | projects.csv:3:2 | begins like a formula
            projects.csv | 2,Two,music        | 2,@SUM(A1),music     | projects.csv:3:2 | begins like a formula
            projects.csv | 2,Two,music        | 2,,music             | projects.csv:3:2 | The cell "title" is empty
            projects.csv | title              | titel                | projects.csv:1:2 | The column "titel" is unknown
            projects.csv | title              | titel                | projects.csv:1:1 | The column "title" is missing
            recusals.csv | 1,A                | 9,A                  | recusals.csv:2:1 | There is no project "9"
            recusals.csv | 1,A                | 1,Z                  | recusals.csv:2:1 | There is no juror "Z"
            recusals.csv | first              | call                 | recusals.csv:2:1 | Nobody evaluates in the round "call"
            scores.csv   | first,2,A,points,7.5 | first,2,A,points,7.7 | scores.csv:2:5 | "7.7" is no score here
            scores.csv   | first,2,A,points,7.5 | first,2,A,points,11  | scores.csv:2:5 | "11" is no score here
            scores.csv   | first,2,A,points,7.5 | first,1,A,points,7   | scores.csv:2:5 | is recused here
            scores.csv   | first,2,A,points,7.5 | first,2,A,pionts,7   | scores.csv:2:5 | There is no criterion "pionts"
            scores.csv   | first,2,A,good,yes   | first,2,A,good,maybe | scores.csv:3:5 | "maybe" is no score here
            scores.csv   | first,2,A,good,yes   | first,2,A,points,8   | scores.csv:3:5 | The score of juror "A" is there twice
            """)
    void namesLineAndCellOfAMistakeInATable(String file, String right, String wrong, String place, String message) {
        var findings = Bundles.small().with(file, right, wrong).findings();

        assertThat(findings)
                .anySatisfy(one -> assertThat(one).startsWith(place + " ").contains(message));
    }

    @Test
    void takesABlankCriterionForTheOnlyOneThereIs() {
        var twice = Bundles.small()
                .with("competition.yaml", "- {key: good, label: Good, kind: YES_NO}", "")
                .file("scores.csv", "round,project,juror,criterion,score\nfirst,2,A,points,7.5\nfirst,2,A,,8\n");

        assertThat(twice.findings())
                .anySatisfy(one -> assertThat(one).contains("The score of juror \"A\" is there twice"));
    }

    @Test
    void readsWhichFilesACallAsksForAndNamesWhatNoCallCanAskFor() {
        var asked = "kind: INTAKE\n    files: [{type: PRESENTATION, maxMegabytes: 20}, {type: VIDEO, required: false}]";
        var right = Bundles.small().with("competition.yaml", "kind: INTAKE", asked);

        assertThat(right.findings()).isEmpty();
        assertThat(read(right.files()).plan().rounds().getFirst().files())
                .containsExactly(
                        new CompetitionPlan.Asked(FileType.PRESENTATION, true, 20),
                        new CompetitionPlan.Asked(FileType.VIDEO, false, null));
        assertThat(right.with("competition.yaml", "type: VIDEO", "type: PRESENTATION")
                        .findings())
                .singleElement(STRING)
                .startsWith("competition.yaml:32:60 The type PRESENTATION comes twice.");
        assertThat(Bundles.small()
                        .with("competition.yaml", "rubric: both", "rubric: both\n    files: [{type: VIDEO}]")
                        .findings())
                .singleElement(STRING)
                .contains("only an INTAKE round asks for files");
    }

    @Test
    void listsEveryMistakeAtOnce() {
        var findings = Bundles.small()
                .with("competition.yaml", "zone: Europe/Warsaw", "zone: Nowhere")
                .with("competition.yaml", "mode: HALF_UP", "mode: HALF")
                .with("competition.yaml", "kind: TOP_N, count: 2", "kind: TOP, number: 2")
                .with("projects.csv", "2,Two,music", "2,,music")
                .with("recusals.csv", "1,A", "9,Z")
                .findings();

        assertThat(findings).hasSizeGreaterThanOrEqualTo(7);
        assertThat(findings).anyMatch(one -> one.contains("Nowhere"));
        assertThat(findings).anyMatch(one -> one.contains("HALF"));
        assertThat(findings).anyMatch(one -> one.contains("\"TOP\""));
        assertThat(findings).anyMatch(one -> one.contains("\"number\" is unknown"));
        assertThat(findings).anyMatch(one -> one.contains("project \"9\""));
        assertThat(findings).anyMatch(one -> one.contains("juror \"Z\""));
    }

    @Test
    void refusesProjectsThatNoJuryEvaluates() {
        var findings = Bundles.small()
                .with("competition.yaml", "{jury: main}", "{jury: main, category: music}")
                .findings();

        assertThat(findings)
                .singleElement()
                .asString()
                .contains("projects.csv:4:1")
                .contains("category \"dance\"");
    }

    @Test
    void asksForTheJuryWhereALabelIsNotEnough() {
        var findings = Bundles.small()
                .with(
                        "competition.yaml",
                        "rounds:\n",
                        "  - {key: other, name: Other, jurors: [{label: A, email: c@tests.example}]}\nrounds:\n")
                .findings();

        assertThat(findings).anyMatch(one -> one.startsWith("recusals.csv:2:1 Several juries have a juror \"A\""));
    }

    @Test
    void saysWhichFileIsMissingOrUnknown() {
        assertThat(Bundles.small().without("competition.yaml").findings())
                .anyMatch(one -> one.startsWith("competition.yaml:1:1 The file competition.yaml is missing."));
        assertThat(Bundles.small().file("project.csv", "a").findings())
                .anyMatch(one -> one.startsWith("project.csv:1:1") && one.contains("projects.csv"));
    }

    @Test
    void keepsTheFirstFindingsAndCountsAll() {
        var rows = new StringBuilder("number,title,category\n");
        for (int i = 0; i < 5_000; i++) {
            rows.append(i).append(",,music\n");
        }
        var findings = new Findings(1_000);
        new BundleReader(findings, done -> {})
                .bundle(Bundles.small().file("projects.csv", rows.toString()).files());

        assertThat(findings.kept()).hasSize(1_000);
        assertThat(findings.total()).isGreaterThanOrEqualTo(5_000);
    }

    @Test
    void answersAThousandMutilatedBundlesWithFindings() {
        var random = new Random(20_261_123);
        var originals = Bundles.small().files();
        for (int i = 0; i < MUTATIONS; i++) {
            int victim = random.nextInt(originals.size());
            var files = originals.stream()
                    .map(file -> file == originals.get(victim) ? Bundles.mutilated(file, random) : file)
                    .toList();
            // no exception, whatever it is; most are refused, some changes do no harm
            var findings = new Findings(1_000);
            new BundleReader(findings, done -> {}).bundle(files);
            assertThat(findings.kept()).allSatisfy(one -> {
                assertThat(one.place()).matches("[^:]+:\\d+:\\d+");
                assertThat(one.message()).isNotBlank();
                assertThat(one.remedy()).isNotBlank();
            });
        }
    }

    private static Bundle read(List<RawFile> files) {
        return new BundleReader(new Findings(1_000), rows -> {}).bundle(files);
    }
}
