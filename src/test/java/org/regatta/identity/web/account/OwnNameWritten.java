package org.regatta.identity.web.account;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.regatta.OpenRound;
import org.regatta.jury.AssignmentHandedOver;
import org.regatta.shared.Ids;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A juror whose name stands in every text that people fill, and in what others were told of it. */
final class OwnNameWritten {

    /** Where the name then stands, among others. */
    static final List<String> PLACES = List.of(
            "person.name",
            "passkey.name",
            "assignment.ended_reason",
            "audit_personal.words",
            "decision.reason",
            "evaluation.comment",
            "evaluation.reopened_reason",
            "import_run.file_name",
            "import_run.findings",
            "inbox_task.answers",
            "mailing.subject",
            "notification.body",
            "project.summary",
            "stored_file.name",
            "team.name");

    private final ApplicationContext context;
    private final JdbcClient jdbc;
    private final UUID juror;
    private final String name;

    OwnNameWritten(ApplicationContext context, UUID juror, String name) {
        this.context = context;
        this.jdbc = context.getBean(JdbcClient.class);
        this.juror = juror;
        this.name = name;
    }

    void everywhere(OpenRound round) {
        evaluates(round);
        decides(round.roundId, round.projects.getFirst());
        leadsATeam(round.projects.getFirst());
        importsAndSendsMails(round.scene.admin);
        isReplaced(round);
    }

    private void evaluates(OpenRound round) {
        jdbc.sql("update conflict_of_interest set reason = ? where person_id = ?")
                .params(name, juror)
                .update();
        jdbc.sql("update assignment set ended_reason = ? where person_id = ?")
                .params("Taught by " + name, juror)
                .update();
        jdbc.sql("""
            update evaluation set comment = :name, reopened_reason = :name, reopened_by = :admin, reopened_at = now()
             where assignment_id in (select id from assignment where person_id = :juror)\
            """)
                .param("name", "Signed: " + name)
                .param("admin", round.scene.admin)
                .param("juror", juror)
                .update();
        jdbc.sql("update inbox_task set answers = cast(:answers as jsonb), completed_by = :juror where assignee"
                        + " = :juror")
                .param("answers", "{\"note\": \"By " + name + "\"}")
                .param("juror", juror)
                .update();
    }

    private void decides(UUID round, UUID project) {
        jdbc.sql("""
            insert into decision (id, round_id, project_id, outcome, reason, state, prepared_by, prepared_at)
            values (gen_random_uuid(), :round, :project, 'NOT_SELECTED', :name, 'PREPARED', :juror, now())\
            """)
                .param("round", round)
                .param("project", project)
                .param("name", "I, " + name.toUpperCase(Locale.ROOT) + ", say so")
                .param("juror", juror)
                .update();
    }

    /** As the audit log tells it, with somebody else's words. */
    private void isReplaced(OpenRound round) {
        new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                .executeWithoutResult(status -> context.publishEvent(new AssignmentHandedOver(
                        round.assignments(0).getFirst(),
                        round.roundId,
                        round.projects.getFirst(),
                        juror,
                        round.jury.persons().getLast(),
                        round.scene.competitionId,
                        round.scene.admin,
                        name + " is ill",
                        Instant.now())));
    }

    private void leadsATeam(UUID project) {
        jdbc.sql("""
            insert into team_member (team_id, person_id, leads) select team_id, :juror, true from project where id = :project\
            """).param("juror", juror).param("project", project).update();
        jdbc.sql("update team set name = :name where id = (select team_id from project where id = :project)")
                .param("name", "Team of " + name)
                .param("project", project)
                .update();
        jdbc.sql("update project set summary = :name where id = :project")
                .param("name", "An idea of " + name + ".")
                .param("project", project)
                .update();
        var file = Ids.next();
        jdbc.sql("""
            insert into stored_file (id, object_key, name, size_bytes, accepts, state, announced_at, touched_at)
            values (:id, :key, :name, 1, '{PDF}', 'CHECKED', now(), now())\
            """)
                .param("id", file)
                .param("key", file.toString())
                .param("name", name + ".pdf")
                .update();
        jdbc.sql("""
            insert into project_file (file_id, project_id, type, number, added_by)
            values (:file, :project, 'EXEC_SUMMARY', 1, :juror)\
            """)
                .param("file", file)
                .param("project", project)
                .param("juror", juror)
                .update();
    }

    private void importsAndSendsMails(UUID admin) {
        for (var who : List.of(juror, admin)) {
            jdbc.sql("""
                insert into import_run (id, requested_by, dry_run, file_name, state, stage, findings, summary, created_at, ended_at)
                values (gen_random_uuid(), :who, true, :file, 'REFUSED', 'CHECKING', cast(:findings as jsonb),
                        '{"rounds": 0, "juries": 0, "jurors": 0, "projects": 0, "recusals": 0, "scores": 0}', now(), now())\
                """)
                    .param("who", who)
                    .param("file", who.equals(juror) ? name + ".zip" : "people.zip")
                    .param(
                            "findings",
                            "[{\"place\": \"a:1:1\", \"message\": \"Who is \\\"" + name
                                    + "\\\"?\", \"remedy\": \"x\"}, {\"place\": \"a:2:1\", \"message\": \"Kept of "
                                    + who
                                    + "\", \"remedy\": \"x\"}]")
                    .update();
        }
        var mailing = Ids.next();
        jdbc.sql("""
            insert into mailing (id, subject, sent_by, created_at, leaves_at) values (:id, :name, :juror, now(), now())\
            """)
                .param("id", mailing)
                .param("name", "News of " + name)
                .param("juror", juror)
                .update();
        jdbc.sql("""
            insert into notification (id, mailing_id, person_id, channel, subject, body, reason, state, next_attempt_at)
            values (gen_random_uuid(), :mailing, :admin, 'EMAIL', :name, :name, '', 'SENT', now())\
            """)
                .param("mailing", mailing)
                .param("admin", admin)
                .param("name", "Yours, " + name)
                .update();
    }
}
