package org.regatta.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regatta.OpenRound;
import org.regatta.RegattaTest;
import org.regatta.competition.Rounds;
import org.regatta.identity.Acting;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** The dates that jurors read in their inbox. */
@RegattaTest
class DueDatesIT {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Rounds rounds;

    @AfterEach
    void nobodyIsAtWork() {
        Acting.asNobody();
    }

    @Test
    void areTheDeadlineWithoutItsGraceAndMoveWithIt() {
        var round = new OpenRound(context, 1, 1);
        var view = rounds.get(round.roundId);
        assertThat(view.grace()).isPositive();
        // the engine's dates have milliseconds
        assertThat(due(round)).isEqualTo(view.dueAt().truncatedTo(ChronoUnit.MILLIS));

        var later = view.dueAt().plus(Duration.ofDays(1));
        rounds.extendDeadline(round.roundId, later);

        Awaitility.await("the process of the round has heard of it")
                .atMost(Duration.ofMinutes(1))
                .until(() -> due(round).equals(later));
    }

    private static Instant due(OpenRound round) {
        return round.scene
                .rows()
                .sql("select due_at from inbox_task where round_id = ? and task_key = 'scoreProject'")
                .param(round.roundId)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
