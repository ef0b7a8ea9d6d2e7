package org.regatta.competition.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.CompetitionView;
import org.regatta.competition.RoundStatus;
import org.regatta.competition.RoundView;
import org.regatta.competition.web.Course.Level;
import org.regatta.competition.web.Course.State;
import org.regatta.competition.web.Course.Step;
import org.regatta.identity.NotVisible;
import org.regatta.workflow.Diagram;
import org.regatta.workflow.Diagrams;
import org.regatta.workflow.ProcessScope;
import org.regatta.workflow.StepStanding;
import org.springframework.stereotype.Component;

/** Puts a competition's processes on their diagrams, with what is where. */
@Component
class Courses {

    /** Process of a competition; its rounds are drawn in it. */
    static final String COMPETITION = "competition";

    private final Diagrams diagrams;

    Courses(Diagrams diagrams) {
        this.diagrams = diagrams;
    }

    /**
     * The level asked for.
     *
     * @param roundId null for the competition's own process
     * @param process null for the first process of the round
     * @throws NotVisible if the competition has no such round, or nothing of that name ran for it
     */
    Course of(CompetitionView competition, List<RoundView> rounds, @Nullable UUID roundId, @Nullable String process) {
        var round = roundId == null ? null : round(rounds, roundId);
        var scopes = round == null ? List.<ProcessScope>of() : diagrams.processesOf(competition.place(), round.id());
        var scope = round == null
                ? ProcessScope.of(COMPETITION, competition.id())
                : scopes.stream()
                        .filter(one -> process == null
                                || process.isEmpty()
                                || one.processKey().equals(process))
                        .findFirst()
                        .orElseThrow(NotVisible::new);
        var diagram = diagrams.of(competition.place(), scope);
        var standing = diagrams.standing(competition.place(), scope);
        return new Course(
                levels(competition, rounds, round, scopes, diagram),
                document(competition, scope, round),
                diagram.version(),
                scope.perProject(),
                steps(competition, rounds, diagram, standing),
                taken(diagram, standing),
                words(diagram));
    }

    private static Map<String, String> words(Diagram diagram) {
        var words = new TreeMap<>(diagram.ways());
        diagram.steps().stream()
                .filter(step -> step.kind() == Diagram.Kind.GATEWAY)
                .forEach(step -> words.put(step.id(), step.name()));
        return words;
    }

    /** The document behind {@link #of}. */
    byte[] document(
            CompetitionView competition, List<RoundView> rounds, @Nullable UUID roundId, @Nullable String process) {
        if (roundId == null) {
            return diagrams.document(competition.place(), ProcessScope.of(COMPETITION, competition.id()));
        }
        return diagrams.processesOf(competition.place(), round(rounds, roundId).id()).stream()
                .filter(one -> one.processKey().equals(process))
                .findFirst()
                .map(scope -> diagrams.document(competition.place(), scope))
                .orElseThrow(NotVisible::new);
    }

    private static RoundView round(List<RoundView> rounds, UUID roundId) {
        return rounds.stream()
                .filter(round -> round.id().equals(roundId))
                .findFirst()
                .orElseThrow(NotVisible::new);
    }

    private static String document(CompetitionView competition, ProcessScope scope, @Nullable RoundView round) {
        var own = "/competitions/" + competition.id() + "/diagram";
        return round == null ? own : own + "?round=" + round.id() + "&process=" + scope.processKey();
    }

    /** The competition, its rounds that have begun, and the processes of the round looked at. */
    private static List<Level> levels(
            CompetitionView competition,
            List<RoundView> rounds,
            @Nullable RoundView current,
            List<ProcessScope> scopes,
            Diagram diagram) {
        var board = "/competitions/" + competition.id();
        var levels = new ArrayList<Level>();
        levels.add(new Level(null, "", "", board, current == null));
        for (var round : rounds) {
            var address = board + "?round=" + round.id();
            if (!round.equals(current)) {
                if (round.status() != RoundStatus.PLANNED) {
                    levels.add(new Level(round.name(), "", "", address, false));
                }
                continue;
            }
            for (var scope : scopes) {
                levels.add(new Level(
                        round.name(),
                        scope.processKey(),
                        scope.processKey().equals(diagram.processKey()) ? diagram.name() : scope.processKey(),
                        address + "&process=" + scope.processKey(),
                        scope.processKey().equals(diagram.processKey())));
            }
        }
        return levels;
    }

    private static List<Step> steps(
            CompetitionView competition, List<RoundView> rounds, Diagram diagram, Map<String, StepStanding> standing) {
        var running = rounds.stream()
                .filter(round -> round.status() == RoundStatus.OPEN || round.status() == RoundStatus.CLOSED)
                .findFirst();
        return diagram.steps().stream()
                .filter(step -> step.kind() != Diagram.Kind.GATEWAY)
                .map(step -> {
                    var at = standing.getOrDefault(step.id(), StepStanding.NONE);
                    var calls = diagram.processKey().equals(COMPETITION)
                            && step.kind() == Diagram.Kind.CALL
                            && at.here() + at.incidents() > 0;
                    return new Step(
                            step.id(),
                            step.name(),
                            step.words(),
                            step.kind(),
                            state(at),
                            at.here(),
                            at.passed(),
                            at.incidents(),
                            running.filter(round -> calls)
                                    .map(round -> "/competitions/" + competition.id() + "?round=" + round.id())
                                    .orElse(null));
                })
                .toList();
    }

    private static State state(StepStanding at) {
        if (at.incidents() > 0) {
            return State.STOP;
        }
        if (at.here() > 0) {
            return State.NOW;
        }
        return at.passed() > 0 ? State.DONE : State.AHEAD;
    }

    private static String taken(Diagram diagram, Map<String, StepStanding> standing) {
        var elements = diagram.steps().stream().map(Diagram.Step::id).collect(Collectors.toSet());
        return standing.keySet().stream()
                .filter(id -> !elements.contains(id))
                .sorted()
                .collect(Collectors.joining(" "));
    }
}
