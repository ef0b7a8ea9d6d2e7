package org.regatta.competition.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.BoardFigures;
import org.regatta.competition.BoardFigures.Figure;
import org.regatta.competition.BoardParts;
import org.regatta.competition.BoardParts.Blocker;
import org.regatta.competition.CompetitionStatus;
import org.regatta.competition.CompetitionView;
import org.regatta.competition.Competitions;
import org.regatta.competition.RoundStatus;
import org.regatta.competition.RoundView;
import org.regatta.competition.Rounds;
import org.regatta.competition.ScoringPolicies;
import org.regatta.competition.web.Board.Card;
import org.regatta.competition.web.Board.Mark;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.springframework.stereotype.Component;

/** Gathers what the page of a competition shows to this viewer. */
@Component
class Boards {

    private final Competitions competitions;
    private final Rounds rounds;
    private final ScoringPolicies policies;
    private final List<BoardFigures> figures;
    private final List<BoardParts> parts;
    private final Courses courses;
    private final TurnRows turns;
    private final IncidentRows incidents;
    private final Access access;

    Boards(
            Competitions competitions,
            Rounds rounds,
            ScoringPolicies policies,
            List<BoardFigures> figures,
            List<BoardParts> parts,
            Courses courses,
            TurnRows turns,
            IncidentRows incidents,
            Access access) {
        this.competitions = competitions;
        this.rounds = rounds;
        this.policies = policies;
        this.figures = figures;
        this.parts = parts;
        this.courses = courses;
        this.turns = turns;
        this.incidents = incidents;
        this.access = access;
    }

    Board of(UUID competitionId, @Nullable UUID roundId, @Nullable String process) {
        var competition = competitions.get(competitionId);
        var list = rounds.of(competitionId);
        var cards = cards(list);
        var place = competition.place();
        var progress = access.may(Action.READ_PROGRESS, place);
        var drawn = access.may(Action.READ_MODEL, place);
        return new Board(
                competition,
                cards,
                competition.status() == CompetitionStatus.RUNNING ? now(cards) : null,
                access.may(Action.READ_JUDGING, place) ? policies.of(competitionId) : null,
                drawn ? courses.of(competition, list, roundId, process) : null,
                progress ? blockers(competition, list) : List.of(),
                progress ? turns.of(place, list) : List.of(),
                turns.people(competition),
                incidents.first(place, list, null),
                access.may(Action.RUN_COMPETITION, place),
                access.may(Action.IMPORT, place));
    }

    List<Figure> figures(RoundView round) {
        return counted(List.of(round)).getOrDefault(round.id(), List.of());
    }

    private List<Blocker> blockers(CompetitionView competition, List<RoundView> list) {
        return parts.stream()
                .flatMap(one -> one.blockers(competition, list).stream())
                .sorted(Comparator.comparing((Blocker blocker) -> !blocker.harm()))
                .toList();
    }

    private List<Card> cards(List<RoundView> list) {
        var counted = counted(list);
        var cards = new ArrayList<Card>();
        for (var round : list) {
            cards.add(new Card(round, mark(round), counted.getOrDefault(round.id(), List.of())));
        }
        return cards;
    }

    private Map<UUID, List<Figure>> counted(Collection<RoundView> list) {
        return figures.stream()
                .flatMap(one -> one.of(list).entrySet().stream())
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        Map.Entry::getValue,
                        (first, second) ->
                                Stream.concat(first.stream(), second.stream()).toList()));
    }

    private static @Nullable Card now(List<Card> cards) {
        return cards.stream()
                .filter(card -> card.mark() != Mark.DONE)
                .findFirst()
                .orElse(null);
    }

    private static Mark mark(RoundView round) {
        if (round.status() == RoundStatus.COMPLETED) {
            return Mark.DONE;
        }
        return round.status() == RoundStatus.PLANNED ? Mark.AHEAD : Mark.NOW;
    }
}
