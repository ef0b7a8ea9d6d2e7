package org.regatta.evaluation;

import java.time.Clock;
import java.util.UUID;
import org.regatta.competition.RoundKind;
import org.regatta.competition.RoundLifecycle;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.shared.Change;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From which spread of its jurors on a project of a round needs a third reader. */
@Service
@Transactional
public class DiscrepancyRules {

    private final JdbcClient database;
    private final RoundLifecycle rounds;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    DiscrepancyRules(
            JdbcClient database, RoundLifecycle rounds, Access access, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.rounds = rounds;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Sets the rule of a round; publishes {@link DiscrepancyRuleSet} if it was another one.
     *
     * @param limitPercent 1 to 100, in percent of the scale, or 0 for no third reader; holds for projects whose work
     *     starts afterwards
     * @throws InvalidInput if it is out of range, or nobody evaluates in this round; the place is {@code
     *     discrepancyPercent}
     */
    public void watch(UUID roundId, int limitPercent) {
        var round = rounds.find(roundId);
        access.require(Action.RUN_COMPETITION, round.place());
        if (limitPercent < 0 || limitPercent > 100) {
            throw refused("The limit is no percentage.", "Give 1 to 100, or 0 for no third reader.");
        }
        if (round.kind() != RoundKind.EVALUATION) {
            throw refused("Nobody evaluates in this round.", "Leave the limit out, or set it in an EVALUATION round.");
        }
        var changes = Change.between()
                .field("limitPercent", limit(roundId), limitPercent)
                .all();
        var changed = database.sql(
                                limitPercent == 0
                                        ? "delete from discrepancy_rule where round_id = :round and :limit = 0"
                                        : """
                                insert into discrepancy_rule (round_id, limit_percent) values (:round, :limit)
                                on conflict (round_id) do update set limit_percent = excluded.limit_percent
                                 where discrepancy_rule.limit_percent <> excluded.limit_percent""")
                        .param("round", roundId)
                        .param("limit", limitPercent)
                        .update()
                == 1;
        if (changed) {
            events.publishEvent(new DiscrepancyRuleSet(
                    roundId,
                    round.competitionId(),
                    limitPercent,
                    changes,
                    access.viewer().personId(),
                    clock.instant()));
        }
    }

    /** The rule of a round, 0 where it has none; for those who run the competition. */
    @Transactional(readOnly = true)
    public int of(UUID roundId) {
        access.require(Action.RUN_COMPETITION, rounds.find(roundId).place());
        return limit(roundId);
    }

    /** The limit of a round, 0 where it has none. Called by the process; checks no rights. */
    @Transactional(readOnly = true)
    public int limit(UUID roundId) {
        return database.sql("select limit_percent from discrepancy_rule where round_id = :round")
                .param("round", roundId)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private static InvalidInput refused(String message, String remedy) {
        return new InvalidInput(new Finding("discrepancyPercent", message, remedy));
    }
}
