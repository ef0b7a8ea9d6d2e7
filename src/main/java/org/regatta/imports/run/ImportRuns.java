package org.regatta.imports.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Reach;
import org.regatta.imports.ImportStage;
import org.regatta.imports.ImportState;
import org.regatta.imports.ImportSummary;
import org.regatta.imports.ImportView;
import org.regatta.shared.Finding;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The table {@code import_run}: who has which run, and how far it is. All times are the database's. */
@Component
public class ImportRuns {

    private static final String VISIBLE = "(:everything or requested_by = :viewerId or program_id = any(:programIds))";
    private static final String VIEW = """
            select id, program_id, competition_id, file_name, dry_run, state, stage, rows_done, rows_total,
                   findings_total, summary, requested_by, created_at, started_at, ended_at
              from import_run
            """;

    private final JdbcClient jdbc;
    private final ObjectMapper json;

    ImportRuns(JdbcClient jdbc, ObjectMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A run to be taken by whoever is free.
     *
     * @param zip the files
     */
    public record NewRun(
            UUID id,
            @Nullable UUID programId,
            @Nullable UUID competitionId,
            UUID requestedBy,
            boolean dryRun,
            String fileName,
            byte[] zip) {}

    /** Adds a run that waits. */
    @Transactional
    public void add(NewRun run) {
        jdbc.sql("""
                        insert into import_run (id, program_id, competition_id, requested_by, dry_run, file_name, state,
                                                content, summary, created_at)
                        values (:id, :programId, :competitionId, :requestedBy, :dryRun, :fileName, 'WAITING', :content,
                                cast(:summary as jsonb),
                                clock_timestamp())
                        """)
                .param("id", run.id())
                .param("programId", run.programId(), Types.OTHER)
                .param("competitionId", run.competitionId(), Types.OTHER)
                .param("requestedBy", run.requestedBy())
                .param("dryRun", run.dryRun())
                .param("fileName", run.fileName())
                .param("content", run.zip())
                .param("summary", write(ImportSummary.NONE))
                .update();
    }

    /** The run, if the viewer asked for it or it is within reach. */
    @Transactional(readOnly = true)
    public Optional<ImportView> find(UUID id, UUID viewerId, Reach reach) {
        return visible(VIEW + " where id = :id and " + VISIBLE, viewerId, reach)
                .param("id", id)
                .query(this::view)
                .optional();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public Page<ImportView> list(UUID viewerId, Reach reach, PageRequest page) {
        var items = visible(
                        VIEW + " where " + VISIBLE + " order by id desc limit :size offset :offset", viewerId, reach)
                .param("size", page.size())
                .param("offset", page.offset())
                .query(this::view)
                .list();
        long total = visible("select count(*) from import_run where " + VISIBLE, viewerId, reach)
                .query(Long.class)
                .single();
        return new Page<>(items, page.number(), page.size(), total);
    }

    private JdbcClient.StatementSpec visible(String sql, UUID viewerId, Reach reach) {
        return jdbc.sql(sql)
                .param("everything", reach.everything())
                .param("viewerId", viewerId)
                .param("programIds", reach.programIds().toArray(UUID[]::new));
    }

    /** In the order of the input; the database takes the page out of them. */
    @Transactional(readOnly = true)
    public Page<Finding> findings(UUID id, PageRequest page) {
        var items = jdbc.sql("""
                        select one.finding from import_run, jsonb_array_elements(findings) with ordinality as one (finding, at)
                         where id = :id order by one.at limit :size offset :offset
                        """)
                .param("id", id)
                .param("size", page.size())
                .param("offset", page.offset())
                .query(String.class)
                .list();
        var total = jdbc.sql("select jsonb_array_length(findings) from import_run where id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
        return new Page<>(
                items.stream()
                        .map(text -> read(text, new TypeReference<Finding>() {}))
                        .toList(),
                page.number(),
                page.size(),
                total);
    }

    /** Whether it had not ended. */
    @Transactional
    public boolean cancel(UUID id) {
        return jdbc.sql("""
                                update import_run
                                   set state = 'CANCELLED', stage = null, content = null, ended_at = clock_timestamp()
                                 where id = :id and state in ('WAITING', 'RUNNING')
                                """).param("id", id).update() == 1;
    }

    /** Takes the oldest run that waits, or whose holder gives no sign of life. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    Optional<ImportClaim> claim(Duration staleAfter) {
        return jdbc.sql("""
                        update import_run
                           set state = 'RUNNING', stage = 'CHECKING', rows_done = 0,
                               started_at = coalesce(started_at, clock_timestamp()), heartbeat_at = clock_timestamp(),
                               attempts = attempts + 1, version = version + 1
                         where id = (select id from import_run
                                      where state = 'WAITING'
                                         or (state = 'RUNNING'
                                             and heartbeat_at < clock_timestamp() - :staleSeconds * interval '1 second')
                                      order by created_at
                                      limit 1
                                        for update skip locked)
                        returning id, competition_id, requested_by, dry_run, attempts, version
                        """)
                .param("staleSeconds", staleAfter.toSeconds())
                .query((row, number) -> new ImportClaim(
                        row.getObject("id", UUID.class),
                        row.getObject("competition_id", UUID.class),
                        row.getObject("requested_by", UUID.class),
                        row.getBoolean("dry_run"),
                        row.getInt("attempts"),
                        row.getInt("version")))
                .optional();
    }

    @Transactional(readOnly = true)
    byte[] content(ImportClaim claim) {
        return jdbc.sql("select content from import_run where id = :id and state = 'RUNNING' and version = :version")
                .param("id", claim.id())
                .param("version", claim.version())
                .query(byte[].class)
                .optional()
                .orElseThrow(ImportLost::new);
    }

    /**
     * A sign of life, in a transaction of its own so that the bar moves while the import has not committed.
     *
     * @throws ImportLost if the run was cancelled or taken by somebody else
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void progress(ImportClaim claim, ImportStage stage, int done, int total) {
        int updated = jdbc.sql("""
                        update import_run
                           set stage = :stage, rows_done = :done, rows_total = :total, heartbeat_at = clock_timestamp()
                         where id = :id and state = 'RUNNING' and version = :version
                        """)
                .param("stage", stage.name())
                .param("done", done)
                .param("total", total)
                .param("id", claim.id())
                .param("version", claim.version())
                .update();
        if (updated == 0) {
            throw new ImportLost();
        }
    }

    /**
     * Ends the run in the caller's transaction.
     *
     * @throws ImportLost if the run was cancelled or taken by somebody else: the caller's work must not commit
     */
    @Transactional
    void end(ImportClaim claim, ImportOutcome outcome) {
        int updated = jdbc.sql("""
                        update import_run
                           set state = :state, stage = null, content = null, ended_at = clock_timestamp(),
                               program_id = coalesce(:programId, program_id),
                               competition_id = coalesce(:competitionId, competition_id),
                               findings = cast(:findings as jsonb), findings_total = :findingsTotal,
                               summary = cast(:summary as jsonb)
                         where id = :id and state = 'RUNNING' and version = :version
                        """)
                .param("state", outcome.state().name())
                .param("programId", outcome.programId(), Types.OTHER)
                .param("competitionId", outcome.competitionId(), Types.OTHER)
                .param("findings", write(outcome.findings()))
                .param("findingsTotal", outcome.findingsTotal())
                .param("summary", write(outcome.summary()))
                .param("id", claim.id())
                .param("version", claim.version())
                .update();
        if (updated == 0) {
            throw new ImportLost();
        }
    }

    /** Ends a run that cannot be finished, unless somebody else has it by now. */
    @Transactional
    void giveUp(ImportClaim claim, Finding why) {
        jdbc.sql("""
                        update import_run
                           set state = 'FAILED', stage = null, content = null, ended_at = clock_timestamp(),
                               findings = cast(:findings as jsonb), findings_total = 1
                         where id = :id and state = 'RUNNING' and version = :version
                        """)
                .param("findings", write(List.of(why)))
                .param("id", claim.id())
                .param("version", claim.version())
                .update();
    }

    private ImportView view(ResultSet row, int number) throws SQLException {
        var stage = row.getString("stage");
        return new ImportView(
                row.getObject("id", UUID.class),
                row.getObject("program_id", UUID.class),
                row.getObject("competition_id", UUID.class),
                row.getString("file_name"),
                row.getBoolean("dry_run"),
                ImportState.valueOf(row.getString("state")),
                stage == null ? null : ImportStage.valueOf(stage),
                row.getInt("rows_done"),
                row.getInt("rows_total"),
                row.getInt("findings_total"),
                read(row.getString("summary"), new TypeReference<ImportSummary>() {}),
                row.getObject("requested_by", UUID.class),
                instant(row, "created_at"),
                instantOrNull(row, "started_at"),
                instantOrNull(row, "ended_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("import_run holds something else", broken);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
