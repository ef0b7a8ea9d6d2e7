package org.regatta.project;

import java.util.Map;
import java.util.UUID;
import org.regatta.workflow.RuleTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What becomes of projects handed in after the deadline, by the table {@code lateSubmission}. */
@Component
class LateSubmissions {

    private final JdbcClient database;
    private final RuleTables tables;

    LateSubmissions(JdbcClient database, RuleTables tables) {
        this.database = database;
        this.tables = tables;
    }

    private record Intake(int secondsLate, int graceSeconds) {}

    /**
     * Whether a project handed in now, by the database's clock, is late.
     *
     * @throws IntakeClosed if it is not taken any more, or no call is open
     */
    boolean lateNow(UUID competitionId) {
        var intake = database.sql("""
                        select cast(least(greatest(ceil(extract(epoch from clock_timestamp() - closes_at)), -1),
                                          2000000000) as integer) as seconds_late,
                               grace_seconds
                        from round where competition_id = :competition and kind = 'INTAKE' and status = 'OPEN'
                        order by closes_at + make_interval(secs => grace_seconds) desc nulls first limit 1""")
                .param("competition", competitionId)
                .query(Intake.class)
                .optional()
                .orElseThrow(IntakeClosed::new);
        return switch (decide(intake.secondsLate(), intake.graceSeconds())) {
            case "accept" -> false;
            case "acceptLate" -> true;
            default -> throw new IntakeClosed();
        };
    }

    private String decide(int secondsLate, int graceSeconds) {
        return tables.decide("lateSubmission", Map.of("secondsLate", secondsLate, "graceSeconds", graceSeconds));
    }
}
