package org.regatta.competition.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.BoardFigures;
import org.regatta.competition.BoardFigures.Figure;
import org.regatta.competition.CompetitionStatus;
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

/** Gathers what the pages of a competition and of a round show. */
@Component
class Boards {

    private final Competitions competitions;
    private final Rounds rounds;
    private final ScoringPolicies policies;
    private final List<BoardFigures> figures;
    private final Access access;

    Boards(
            Competitions competitions,
            Rounds rounds,
            ScoringPolicies policies,
            List<BoardFigures> figures,
            Access access) {
        this.competitions = competitions;
        this.rounds = rounds;
        this.policies = policies;
        this.figures = figures;
        this.access = access;
    }

    Board of(UUID competitionId) {
        var competition = competitions.get(competitionId);
        var cards = cards(rounds.of(competitionId));
        return new Board(
                competition,
                cards,
                competition.status() == CompetitionStatus.RUNNING ? now(cards) : null,
                policies.of(competitionId),
                access.may(Action.RUN_COMPETITION, competition.place()),
                access.may(Action.IMPORT, competition.place()));
    }

    List<Figure> figures(RoundView round) {
        return counted(List.of(round)).getOrDefault(round.id(), List.of());
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
