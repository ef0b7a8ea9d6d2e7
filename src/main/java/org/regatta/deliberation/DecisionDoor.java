package org.regatta.deliberation;

import java.util.Set;
import java.util.UUID;
import org.regatta.competition.RoundKind;
import org.regatta.competition.RoundStatus;
import org.regatta.competition.RoundView;
import org.regatta.competition.Rounds;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.NotVisible;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lets those in who may read, or write, the decisions of a round. */
@Component
class DecisionDoor {

    private final Rounds rounds;
    private final Access access;
    private final JdbcClient database;

    DecisionDoor(Rounds rounds, Access access, JdbcClient database) {
        this.rounds = rounds;
        this.access = access;
        this.database = database;
    }

    /**
     * A round whose decisions the viewer may see.
     *
     * @param withheld projects that a conflict of interest hides from the viewer
     */
    record Opened(RoundView round, Set<UUID> withheld) {}

    /**
     * To read: whoever may always, and, while the deliberation is open, jurors with an assignment in the round it is about.
     */
    Opened toRead(UUID roundId) {
        var round = deliberation(roundId);
        if (!access.may(Action.READ_DECISIONS, round.place())) {
            access.require(Action.READ_DECISIONS_IN_DELIBERATION, round.place());
            if (round.status() != RoundStatus.OPEN || !takesPart(round)) {
                throw new ActionForbidden(Action.READ_DECISIONS);
            }
        }
        return new Opened(round, access.withheld(round.competitionId()));
    }

    /** To write: while the deliberation is open. */
    Opened toWrite(UUID roundId) {
        var round = deliberation(roundId);
        access.require(Action.DECIDE, round.place());
        if (round.status() != RoundStatus.OPEN) {
            throw DecisionsClosed.roundNotOpen();
        }
        return new Opened(round, access.withheld(round.competitionId()));
    }

    /** Only a deliberation has decisions: those of any other round are not there, for nobody. */
    private RoundView deliberation(UUID roundId) {
        var round = rounds.get(roundId);
        if (round.kind() != RoundKind.DELIBERATION) {
            throw new NotVisible();
        }
        return round;
    }

    private boolean takesPart(RoundView round) {
        return database.sql("""
                        select exists (select 1 from assignment where round_id = :decided and person_id = :person
                                       and state = 'ACTIVE')""")
                .param("decided", round.decidesRoundId())
                .param("person", access.viewer().personId())
                .query(Boolean.class)
                .single();
    }
}
