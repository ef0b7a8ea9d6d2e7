package org.regatta.competition.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.regatta.competition.CompetitionView;
import org.regatta.competition.RoundView;
import org.regatta.competition.web.Board.PersonRow;
import org.regatta.competition.web.Board.TurnRow;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.People;
import org.regatta.identity.Place;
import org.regatta.workflow.Turns;
import org.regatta.workflow.Turns.Turn;
import org.regatta.workflow.Turns.Waiter;
import org.springframework.stereotype.Component;

/** Whose turn it is, with names. */
@Component
class TurnRows {

    /** People shown; the steps above them count everybody. */
    private static final int PEOPLE = 8;

    private final Turns turns;
    private final People people;
    private final Access access;

    TurnRows(Turns turns, People people, Access access) {
        this.turns = turns;
        this.people = people;
        this.access = access;
    }

    List<TurnRow> of(Place competition, List<RoundView> rounds) {
        var names = rounds.stream().collect(Collectors.toMap(RoundView::id, RoundView::name));
        return turns.of(competition).stream()
                .map(turn -> new TurnRow(turn, turn.roundId() == null ? null : names.get(turn.roundId())))
                .toList();
    }

    /** How many tasks of one round are open; for those who see progress. */
    long tasks(Place competition, UUID roundId) {
        return turns.of(competition).stream()
                .filter(turn -> roundId.equals(turn.roundId()))
                .mapToLong(Turn::tasks)
                .sum();
    }

    /** Empty for those who do not see who works on what. */
    List<PersonRow> people(CompetitionView competition) {
        if (!access.may(Action.READ_ASSIGNMENTS, competition.place())) {
            return List.of();
        }
        var waiters = turns.people(competition.place(), competition.id(), PEOPLE);
        var names = people.byIds(waiters.stream().map(Waiter::personId).toList());
        var rows = new ArrayList<PersonRow>();
        for (var waiter : waiters) {
            var person = names.get(waiter.personId());
            if (person != null) {
                rows.add(new PersonRow(person.name(), waiter.tasks(), waiter.oldest(), waiter.due(), waiter.overdue()));
            }
        }
        return rows;
    }
}
