package org.regatta.ranking.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regatta.ranking.scoring.Fixtures.id;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.regatta.imports.bundle.Bundle;
import org.regatta.imports.bundle.BundleReader;
import org.regatta.imports.bundle.Bundles;
import org.regatta.imports.bundle.CompetitionPlan.Policy;
import org.regatta.imports.text.Findings;
import org.regatta.ranking.scoring.RoundScores.LeftOut;
import org.regatta.ranking.scoring.RoundScores.Project;
import org.regatta.ranking.scoring.RoundScores.Score;

/** A real competition, ranked by rules that are nothing but data: the shipped bundle {@code chopin-2025}. */
class ChopinRankingTest {

    /** Round keys of the bundle by what the organiser calls the stage. */
    private static final Map<String, String> STAGES =
            new TreeMap<>(Map.of("1", "stage-1", "2", "stage-2", "3", "stage-3", "4", "final"));

    private static final Map<String, Ranked> RANKED = new HashMap<>();
    private static List<NamedCsvRecord> official = List.of();

    @BeforeAll
    static void rankAllStages() throws IOException {
        official = published();
        var findings = new Findings(1);
        var bundle = new BundleReader(findings, rows -> {}).bundle(Bundles.shipped("chopin-2025"));
        assertThat(findings.kept()).isEmpty();
        var policies = bundle.plan().policies().stream().collect(Collectors.toMap(Policy::key, Policy::rules));
        var earlier = new HashMap<String, Map<UUID, BigDecimal>>();
        for (var stage : STAGES.entrySet()) {
            var key = stage.getValue();
            var ranked = Scoring.rank(new RoundScores(key, projects(key, bundle.scores()), earlier), policies.get(key));
            RANKED.put(stage.getKey(), ranked);
            var results = new HashMap<UUID, BigDecimal>();
            ranked.rows().forEach(row -> results.put(row.projectId(), row.stageResult()));
            earlier.put(key, results);
        }
    }

    @Test
    void givesAllPublishedResultsToTheLastDigit() {
        assertThat(official).hasSize(155);
        assertThat(official).allSatisfy(published -> {
            var row = row(published);
            assertThat(row.stageResult()).isEqualTo(new BigDecimal(published.getField("stage_result")));
            assertThat(row.cumulativeResult()).isEqualTo(new BigDecimal(published.getField("cumulative_result")));
        });
        assertThat(RANKED.values().stream()
                        .mapToInt(ranked -> ranked.rows().size())
                        .sum())
                .isEqualTo(155);
    }

    @Test
    void ranksAsPublishedWhereverResultsDiffer() {
        for (var stage : STAGES.keySet()) {
            var published = official.stream()
                    .filter(line -> line.getField("stage").equals(stage))
                    .toList();
            for (var line : published) {
                var equal = published.stream()
                        .filter(other -> other.getField("cumulative_result").equals(line.getField("cumulative_result")))
                        .mapToInt(other -> Integer.parseInt(other.getField("rank")))
                        .min()
                        .orElseThrow();
                assertThat(row(line).rank()).isEqualTo(equal);
            }
        }
    }

    @Test
    void letsExactlyThePublishedContestantsAdvance() {
        for (var stage : List.of("1", "2", "3")) {
            var published = official.stream()
                    .filter(line -> line.getField("stage").equals(stage))
                    .filter(line -> line.getField("advanced_or_place").equals("1"))
                    .map(line -> id(line.getField("contestant")))
                    .collect(Collectors.toSet());
            var ranked = Objects.requireNonNull(RANKED.get(stage));
            assertThat(advancing(ranked)).isEqualTo(published);
            assertThat(ranked.rows())
                    .allSatisfy(row -> assertThat(row.advances()).isNotNull());
        }
        assertThat(advancing(Objects.requireNonNull(RANKED.get("1")))).hasSize(40);
    }

    @Test
    void leavesThePlacesOfTheFinalToTheJury() {
        assertThat(Objects.requireNonNull(RANKED.get("4")).rows())
                .hasSize(11)
                .allSatisfy(row -> assertThat(row.advances()).isNull());
    }

    private static Set<UUID> advancing(Ranked ranked) {
        return ranked.rows().stream()
                .filter(row -> Boolean.TRUE.equals(row.advances()))
                .map(Ranked.Row::projectId)
                .collect(Collectors.toSet());
    }

    private static Ranked.Row row(NamedCsvRecord published) {
        return Fixtures.row(
                Objects.requireNonNull(RANKED.get(published.getField("stage"))), published.getField("contestant"));
    }

    private static List<Project> projects(String round, List<Bundle.Score> scores) {
        var given = new LinkedHashMap<String, List<Score>>();
        var leftOut = new HashMap<String, List<LeftOut>>();
        for (var line : scores) {
            if (!line.round().equals(round)) {
                continue;
            }
            var juror = line.juror();
            given.computeIfAbsent(line.project(), one -> new ArrayList<>());
            if (line.value().isEmpty()) {
                leftOut.computeIfAbsent(line.project(), one -> new ArrayList<>())
                        .add(new LeftOut(id(juror), juror, LeftOut.Reason.RECUSED));
            } else {
                given.get(line.project())
                        .add(new Score(id(juror), juror, BigDecimal.ONE, new BigDecimal(line.value()), Map.of()));
            }
        }
        return given.entrySet().stream()
                .map(entry -> new Project(
                        id(entry.getKey()), null, entry.getValue(), leftOut.getOrDefault(entry.getKey(), List.of())))
                .toList();
    }

    private static List<NamedCsvRecord> published() throws IOException {
        var stream = Objects.requireNonNull(
                ChopinRankingTest.class.getResourceAsStream("/bundles/chopin-2025/official.csv"));
        try (var csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        }
    }
}
