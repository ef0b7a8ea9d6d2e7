package org.regatta.evaluation;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.regatta.evaluation.EvaluationSheet.Note;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table {@code private_note}. Nobody but its writer reads a note; whoever calls has checked that. */
@Component
class PrivateNotes {

    private static final String BOTH = "\n\n* * *\n\n";

    private final JdbcClient database;
    private final Clock clock;

    PrivateNotes(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Note read(UUID assignmentId) {
        return database.sql("select text, version from private_note where assignment_id = :assignment")
                .param("assignment", assignmentId)
                .query(Note.class)
                .optional()
                .orElseGet(() -> new Note("", 0));
    }

    /**
     * Replaces the note that was read. Where another window has written meanwhile, both texts are kept, one below the
     * other, unless the new one goes on where the other stopped.
     *
     * @return what is stored now
     */
    Note keep(UUID assignmentId, UUID personId, String text, int version) {
        EvaluationInput.requireNote(text);
        return database.sql("""
                        insert into private_note as n (assignment_id, person_id, text, saved_at, version)
                        values (:assignment, :person, :text, :now, 1)
                        on conflict (assignment_id) do update
                           set text = case when n.version = :version or starts_with(excluded.text, n.text)
                                           then excluded.text
                                           when starts_with(n.text, excluded.text) then n.text
                                           else n.text || :both || excluded.text end,
                               saved_at = excluded.saved_at, version = n.version + 1
                        returning text, version""")
                .param("assignment", assignmentId)
                .param("person", personId)
                .param("text", text)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("version", version)
                .param("both", BOTH)
                .query(Note.class)
                .single();
    }
}
