package org.regatta.imports.bundle;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.regatta.imports.bundle.Bundle.Project;
import org.regatta.imports.bundle.Bundle.Recusal;
import org.regatta.imports.text.Findings;
import org.regatta.imports.text.Spot;

/** Whether the rows of projects and recusals fit the competition and each other. */
final class TablesCheck {

    private final KnownCompetition known;
    private final Findings findings;
    private final Map<String, Project> projects = new HashMap<>();
    private final Set<String> recused = new HashSet<>();

    TablesCheck(KnownCompetition known, Findings findings) {
        this.known = known;
        this.findings = findings;
    }

    /** Numbers that stand twice; needs no competition. */
    static void refuseTwice(List<Project> rows, Findings findings) {
        Map<String, Spot> first = new HashMap<>();
        for (var row : rows) {
            var before = row.number().isEmpty() ? null : first.putIfAbsent(row.number(), row.spot());
            if (before != null) {
                findings.twice(row.spot(), "number", row.number(), before);
            }
        }
    }

    void projects(List<Project> rows) {
        for (var row : rows) {
            projects.putIfAbsent(row.number(), row);
            if (known.projects().contains(row.number())) {
                findings.add(
                        row.spot(),
                        "The competition has a project " + Findings.quoted(row.number()) + " already.",
                        "Remove the row, or give the project another number.");
            }
            known.rounds().forEach((key, round) -> {
                if (round.evaluation() && round.seats().stream().noneMatch(seat -> seat.takes(row.category()))) {
                    findings.add(
                            row.spot(),
                            "No jury of the round " + Findings.quoted(key) + " evaluates "
                                    + (row.category() == null
                                            ? "projects without category."
                                            : "the category " + Findings.quoted(row.category()) + "."),
                            "Correct the category, or seat a jury for it.");
                }
            });
        }
    }

    void recusals(List<Recusal> rows) {
        Map<String, Spot> first = new HashMap<>();
        for (var row : rows) {
            var jury = juror(row.spot(), row.jury(), row.juror());
            boolean project = project(row.spot(), row.project());
            var round = row.round();
            if (round != null && !evaluation(row.spot(), round)) {
                continue;
            }
            if (jury == null || !project) {
                continue;
            }
            var key = key(round, row.project(), jury, row.juror());
            var before = first.putIfAbsent(key, row.spot());
            if (before != null) {
                findings.twice(row.spot(), "recusal of juror", row.juror(), before);
            }
            recused.add(key);
        }
    }

    /** Whether the juror was taken off the project in this round by the rows read before. */
    boolean recused(String round, String project, String jury, String juror) {
        return recused.contains(key(null, project, jury, juror)) || recused.contains(key(round, project, jury, juror));
    }

    /** Adds a finding unless there is such a project. */
    boolean project(Spot spot, String number) {
        if (number.isEmpty() || projects.containsKey(number) || known.projects().contains(number)) {
            return !number.isEmpty();
        }
        findings.unknown(spot, "project", number, projects.keySet());
        return false;
    }

    @Nullable
    String category(String number) {
        var project = projects.get(number);
        return project == null ? null : project.category();
    }

    /** Adds a finding unless jurors evaluate in that round. */
    boolean evaluation(Spot spot, String key) {
        var round = known.rounds().get(key);
        if (round == null) {
            if (!key.isEmpty()) {
                findings.unknown(spot, "round", key, known.rounds().keySet());
            }
            return false;
        }
        if (!round.evaluation()) {
            findings.add(
                    spot, "Nobody evaluates in the round " + Findings.quoted(key) + ".", "Name an EVALUATION round.");
        }
        return round.evaluation();
    }

    /** The key of the juror's jury; null, and a finding, if there is not exactly one. */
    @Nullable
    String juror(Spot spot, @Nullable String jury, String label) {
        if (jury != null && !known.juries().containsKey(jury)) {
            findings.unknown(spot, "jury", jury, known.juries().keySet());
            return null;
        }
        if (label.isEmpty()) {
            return null;
        }
        var juries = jury == null ? known.juriesWith(label) : List.of(jury);
        if (juries.size() > 1) {
            findings.add(
                    spot,
                    "Several juries have a juror " + Findings.quoted(label) + ".",
                    "Say which in a column \"jury\": " + String.join(", ", juries) + ".");
            return null;
        }
        if (juries.isEmpty()
                || !known.juries().getOrDefault(juries.getFirst(), Set.of()).contains(label)) {
            var labels = new HashSet<String>();
            known.juries().values().forEach(labels::addAll);
            findings.unknown(spot, "juror", label, labels);
            return null;
        }
        return juries.getFirst();
    }

    boolean sits(String round, String jury, String project) {
        var found = known.rounds().get(round);
        return found != null && found.sits(jury, category(project));
    }

    private static String key(@Nullable String round, String project, String jury, String juror) {
        return round + "\n" + project + "\n" + jury + "\n" + juror;
    }
}
