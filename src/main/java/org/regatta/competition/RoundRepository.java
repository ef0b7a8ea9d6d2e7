package org.regatta.competition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.Rounds.NewRound;
import org.regatta.shared.DuplicateKey;
import org.regatta.shared.Ids;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code round}. Times of state changes are the database's. */
@Repository
class RoundRepository {

    private static final String SELECT = """
            select r.id, c.program_id, r.competition_id, r.position, r.key, r.name, r.kind, r.status, r.opens_at,
                   r.closes_at, r.grace_seconds, r.closes_when_complete, r.blind, r.feedback, r.scoring_policy_id,
                   r.rubric_id, r.decides_round_id
            from round r join competition c on c.id = r.competition_id
            """;

    private final JdbcClient database;

    RoundRepository(JdbcClient database) {
        this.database = database;
    }

    Optional<RoundView> find(UUID roundId) {
        return database.sql(SELECT + "where r.id = :id")
                .param("id", roundId)
                .query(RoundRepository::view)
                .optional();
    }

    List<RoundView> of(UUID competitionId) {
        return database.sql(SELECT + "where r.competition_id = :competition order by r.position")
                .param("competition", competitionId)
                .query(RoundRepository::view)
                .list();
    }

    Optional<RoundView> next(UUID competitionId) {
        return database.sql(SELECT + """
                        where r.competition_id = :competition and r.status <> 'COMPLETED'
                        order by r.position limit 1""")
                .param("competition", competitionId)
                .query(RoundRepository::view)
                .optional();
    }

    List<RoundView> atWork(RoundKind kind) {
        return database.sql(SELECT + "where r.kind = :kind and r.status in ('OPEN', 'CLOSED') order by r.id")
                .param("kind", kind.name())
                .query(RoundRepository::view)
                .list();
    }

    /** Holds the row until the transaction ends. */
    void lock(UUID roundId) {
        database.sql("select id from round where id = :id for update")
                .param("id", roundId)
                .query(UUID.class)
                .optional();
    }

    /** Whether {@code time} has passed, by the database's clock. */
    boolean past(Instant time) {
        return database.sql("select :time <= clock_timestamp()")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    UUID insert(NewRound round, int position) {
        var id = Ids.next();
        var created = database.sql("""
                        insert into round (id, competition_id, position, key, name, kind, status, opens_at, closes_at,
                                           grace_seconds, closes_when_complete, blind, feedback, scoring_policy_id,
                                           rubric_id, decides_round_id)
                        values (:id, :competition, :position, :key, :name, :kind, 'PLANNED', :opensAt, :closesAt,
                                :grace, :closesWhenComplete, :blind, :feedback, :policy, :rubric, :decides)
                        on conflict (competition_id, key) do nothing""")
                .param("id", id)
                .param("competition", round.competitionId())
                .param("position", position)
                .param("key", round.key())
                .param("name", round.name())
                .param("kind", round.kind().name())
                .param("opensAt", time(round.opensAt()))
                .param("closesAt", time(round.closesAt()))
                .param("grace", round.grace().toSeconds())
                .param("closesWhenComplete", round.closesWhenComplete())
                .param("blind", round.blind())
                .param("feedback", round.feedback().name())
                .param("policy", round.scoringPolicyId())
                .param("rubric", round.rubricId())
                .param("decides", round.decidesRoundId())
                .update();
        if (created == 0) {
            throw new DuplicateKey("key", round.key());
        }
        return id;
    }

    /** Its seats and rules go with it. False, and the transaction is lost, if anything else rests on the round. */
    boolean remove(UUID roundId) {
        try {
            return database.sql("delete from round where id = :id and status = 'PLANNED'")
                            .param("id", roundId)
                            .update()
                    == 1;
        } catch (DataIntegrityViolationException inUse) {
            return false;
        }
    }

    /** Moves those behind {@code position} one forward; positions are unique again when the transaction ends. */
    void closeGap(UUID competitionId, int position) {
        database.sql("""
                        update round set position = position - 1
                        where competition_id = :competition and position > :position""")
                .param("competition", competitionId)
                .param("position", position)
                .update();
    }

    /** Positions are unique again when the transaction ends. */
    void swap(UUID one, UUID other) {
        database.sql("""
                        update round r set position = o.position from round o
                        where (r.id = :one and o.id = :other) or (r.id = :other and o.id = :one)""").param("one", one).param("other", other).update();
    }

    /** Makes room at {@code position}; positions are unique again when the transaction ends. */
    void shift(UUID competitionId, int position) {
        database.sql("""
                        update round set position = position + 1
                        where competition_id = :competition and position >= :position""")
                .param("competition", competitionId)
                .param("position", position)
                .update();
    }

    /** Overwrites what a change may touch, while the round is planned. */
    boolean change(UUID roundId, RoundChange change) {
        return database.sql("""
                                update round set name = :name, opens_at = :opensAt, closes_at = :closesAt,
                                       grace_seconds = :grace, closes_when_complete = :closesWhenComplete,
                                       blind = :blind, feedback = :feedback, scoring_policy_id = :policy,
                                       rubric_id = :rubric, decides_round_id = :decides, version = version + 1
                                where id = :id and status = 'PLANNED'""")
                        .param("id", roundId)
                        .param("name", change.name())
                        .param("opensAt", time(change.opensAt()))
                        .param("closesAt", time(change.closesAt()))
                        .param("grace", change.grace().toSeconds())
                        .param("closesWhenComplete", change.closesWhenComplete())
                        .param("blind", change.blind())
                        .param("feedback", change.feedback().name())
                        .param("policy", change.scoringPolicyId())
                        .param("rubric", change.rubricId())
                        .param("decides", change.decidesRoundId())
                        .update()
                == 1;
    }

    /** Moves the deadline of a round that has not closed, later only and into the future only. */
    boolean extend(UUID roundId, Instant closesAt) {
        return database.sql("""
                                update round set closes_at = :closesAt, version = version + 1
                                where id = :id and status in ('PLANNED', 'OPEN') and :closesAt > clock_timestamp()
                                  and (closes_at is null or closes_at < :closesAt)""")
                        .param("id", roundId)
                        .param("closesAt", closesAt.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Moves the round if it is where it should come from, and notes when. */
    boolean move(UUID roundId, RoundStatus from, RoundStatus to) {
        var noted = switch (to) {
            case OPEN -> "opened_at";
            case CLOSED -> "closed_at";
            case COMPLETED -> "completed_at";
            case PLANNED -> throw new IllegalArgumentException("a round never goes back to planned");
        };
        return database.sql("update round set status = :to, version = version + 1, " + noted
                                + " = clock_timestamp() where id = :id and status = :from")
                        .param("id", roundId)
                        .param("from", from.name())
                        .param("to", to.name())
                        .update()
                == 1;
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static RoundView view(ResultSet row, int number) throws SQLException {
        return new RoundView(
                row.getObject("id", UUID.class),
                row.getObject("program_id", UUID.class),
                row.getObject("competition_id", UUID.class),
                row.getInt("position"),
                row.getString("key"),
                row.getString("name"),
                RoundKind.valueOf(row.getString("kind")),
                RoundStatus.valueOf(row.getString("status")),
                instant(row, "opens_at"),
                instant(row, "closes_at"),
                Duration.ofSeconds(row.getLong("grace_seconds")),
                row.getBoolean("closes_when_complete"),
                row.getBoolean("blind"),
                Feedback.valueOf(row.getString("feedback")),
                row.getObject("scoring_policy_id", UUID.class),
                row.getObject("rubric_id", UUID.class),
                row.getObject("decides_round_id", UUID.class));
    }
}
