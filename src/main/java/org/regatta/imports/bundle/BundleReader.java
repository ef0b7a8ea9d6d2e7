package org.regatta.imports.bundle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.RoundKind;
import org.regatta.imports.text.Findings;
import org.regatta.imports.text.RawFile;
import org.regatta.imports.text.Spot;
import org.regatta.imports.text.YamlFile;

/** Reads the files of an import and finds everything that is wrong with them. */
public final class BundleReader {

    private static final String PLAN = "competition.yaml";
    private static final String PROJECTS = "projects.csv";
    private static final String RECUSALS = "recusals.csv";
    private static final String SCORES = "scores.csv";

    private final Findings findings;
    private final IntConsumer tick;
    private final Map<String, RawFile> files = new HashMap<>();

    /**
     * A reader for one import.
     *
     * @param tick is told now and then how many rows are read so far
     */
    public BundleReader(Findings findings, IntConsumer tick) {
        this.findings = findings;
        this.tick = tick;
    }

    /** A bundle that brings its competition. */
    public Bundle bundle(List<RawFile> uploaded) {
        take(uploaded, Set.of(PLAN, PROJECTS, RECUSALS, SCORES));
        var plan = plan();
        var known = plan == null ? null : known(plan);
        return tables(plan, known);
    }

    /** Tables for a competition that is there. */
    public Bundle additions(List<RawFile> uploaded, KnownCompetition known) {
        take(uploaded, Set.of(PROJECTS, RECUSALS));
        if (files.isEmpty()) {
            findings.add(
                    Spot.startOf(PROJECTS),
                    "There is neither " + PROJECTS + " nor " + RECUSALS + ".",
                    "Upload at least one of them.");
        }
        return tables(null, known);
    }

    private void take(List<RawFile> uploaded, Set<String> wanted) {
        for (var file : uploaded) {
            var name = file.name().toLowerCase(Locale.ROOT);
            var canonical = name.equals("competition.yml") ? PLAN : name;
            if (name.startsWith("readme")) {
                continue;
            }
            if (!wanted.contains(canonical)) {
                findings.unknown(Spot.startOf(file.name()), "file in a bundle called", file.name(), wanted);
            } else if (files.putIfAbsent(canonical, file) != null) {
                findings.add(Spot.startOf(file.name()), "The file is there twice.", "Keep one of them.");
            }
        }
    }

    private @Nullable CompetitionPlan plan() {
        var file = files.get(PLAN);
        if (file == null) {
            findings.add(
                    Spot.startOf(PLAN),
                    "The file " + PLAN + " is missing.",
                    "Add it; to bring projects into a competition that is there, import them on its page.");
            return null;
        }
        var root = YamlFile.read(file, findings);
        return root == null ? null : new PlanReader(findings).read(root);
    }

    private Bundle tables(@Nullable CompetitionPlan plan, @Nullable KnownCompetition known) {
        int[] before = {0};
        var reader = new TablesReader(findings, rows -> tick.accept(before[0] + rows));
        var projectsFile = files.get(PROJECTS);
        var projects = projectsFile == null ? List.<Bundle.Project>of() : reader.projects(projectsFile);
        before[0] += projects.size();
        var recusalsFile = files.get(RECUSALS);
        var recusals = recusalsFile == null ? List.<Bundle.Recusal>of() : reader.recusals(recusalsFile);
        before[0] += recusals.size();
        var scoresFile = files.get(SCORES);
        var scores = scoresFile == null ? List.<Bundle.Score>of() : reader.scores(scoresFile);
        var bundle = new Bundle(plan, projects, recusals, scores);
        TablesCheck.refuseTwice(projects, findings);
        if (known != null) {
            var check = new TablesCheck(known, findings);
            check.projects(projects);
            check.recusals(recusals);
            if (plan != null) {
                new ScoresCheck(plan, check, findings).check(scores);
            }
        }
        return bundle;
    }

    private static KnownCompetition known(CompetitionPlan plan) {
        Map<String, Set<String>> juries = new LinkedHashMap<>();
        for (var jury : plan.juries()) {
            juries.computeIfAbsent(jury.key(), key -> new HashSet<>())
                    .addAll(jury.jurors().stream()
                            .map(CompetitionPlan.Juror::label)
                            .collect(Collectors.toSet()));
        }
        Map<String, KnownCompetition.Round> rounds = new LinkedHashMap<>();
        for (var round : plan.rounds()) {
            rounds.put(
                    round.key(),
                    new KnownCompetition.Round(
                            round.kind() == RoundKind.EVALUATION,
                            round.seats().stream()
                                    .map(seat -> new KnownCompetition.Seat(seat.jury(), seat.category()))
                                    .toList()));
        }
        return new KnownCompetition(Set.of(), juries, rounds);
    }
}
