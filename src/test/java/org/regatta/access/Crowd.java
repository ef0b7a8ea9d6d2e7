package org.regatta.access;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regatta.Scene;
import org.regatta.shared.Ids;
import org.regatta.shared.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** As many rows as wanted of everything that is listed about a competition, made by SQL. */
final class Crowd {

    /** An id of a row that others name, by what it is and its number. */
    private static final String PERSON = "cast(md5(:mark || ' person ' || n) as uuid)";

    private static final List<String> ROWS = List.of(
            "insert into person (id, email, name, created_at)" + " select " + PERSON
                    + ", :mark || n || '@example.org', 'Person ' || n, now()",
            // seen by whoever observes them
            "insert into program (id, key, name) select cast(md5(:mark || ' program ' || n) as uuid), :mark || n, 'P ' || n",
            """
            insert into role_grant (id, person_id, role, program_id, granted_at)
            select gen_random_uuid(), :organiser, 'OBSERVER', cast(md5(:mark || ' program ' || n) as uuid), now()""",
            """
            insert into competition (id, program_id, key, name, zone, status, created_at)
            select gen_random_uuid(), :program, 'crowd-' || n, 'Competition ' || n, 'Europe/Warsaw', 'DRAFT', now()""",
            """
            insert into scoring_policy (id, competition_id, key, name, document)
            select gen_random_uuid(), :competition, 'crowd-' || n, 'Policy ' || n, '{}'""",
            """
            insert into rubric (id, competition_id, key, name)
            select cast(md5(:mark || ' rubric ' || n) as uuid), :competition, 'crowd-' || n, 'Rubric ' || n""",
            """
            insert into criterion (id, rubric_id, position, key, label, kind, min_value, max_value, step)
            select gen_random_uuid(), cast(md5(:mark || ' rubric ' || n) as uuid), 0, 'points', 'Points', 'NUMBER', 0, 9, 1""",
            """
            insert into round (id, competition_id, position, key, name, kind, status)
            select cast(md5(:mark || ' round ' || n) as uuid), :competition, 1000 + n, 'crowd-' || n, 'Round ' || n,
                   'DELIBERATION', 'COMPLETED'""",
            """
            insert into decision (id, round_id, project_id, outcome, state, released_at)
            select gen_random_uuid(), cast(md5(:mark || ' round ' || n) as uuid), :project, 'ADVANCES', 'RELEASED', now()""",
            """
            insert into jury (id, competition_id, key, name)
            select cast(md5(:mark || ' jury ' || n) as uuid), :competition, 'crowd-' || n, 'Jury ' || n""",
            """
            insert into round_jury (id, round_id, jury_id)
            select gen_random_uuid(), :round, cast(md5(:mark || ' jury ' || n) as uuid)""",
            "insert into juror (id, jury_id, person_id, label)" + " select gen_random_uuid(), :jury, " + PERSON
                    + ", 'C' || n",
            """
            insert into conflict_of_interest (id, competition_id, project_id, person_id, kind, declared_at)
            select gen_random_uuid(), :competition, :project,""" + " " + PERSON + ", 'DECLARED', now()",
            "insert into project_mentor (project_id, person_id, named_at) select :project, " + PERSON + ", now()",
            """
            insert into stored_file (id, object_key, name, size_bytes, accepts, state, format, announced_at, touched_at,
                                     uploaded_at, checked_at)
            select cast(md5(:mark || ' file ' || n) as uuid), :mark || n, 'plan.pdf', 9, '{PDF}', 'CHECKED', 'PDF', now(),
                   now(), now(), now()""",
            """
            insert into project_file (file_id, project_id, type, number, added_by)
            select cast(md5(:mark || ' file ' || n) as uuid), :project, 'OTHER', n, :organiser""",
            """
            insert into import_run (id, program_id, requested_by, dry_run, file_name, state, findings, findings_total,
                                    summary, created_at, ended_at)
            select cast(md5(:mark || ' import ' || n) as uuid), :program, :organiser, true, 'bundle.zip', 'REFUSED', '[]', 0,
                   '{"rounds": 0, "juries": 0, "jurors": 0, "projects": 0, "recusals": 0, "scores": 0}', now(), now()""",
            "insert into audit_entry (id, occurred_at, actor_id, type, subject, competition_id, program_id)"
                    + " select gen_random_uuid(), now(), " + PERSON
                    + ", 'competition.started', :competition, :competition, :program",
            "insert into role_request (id, person_id, role, requested_by, requested_at)" + " select gen_random_uuid(), "
                    + PERSON + ", 'SUPER_ADMIN', :organiser, now()",
            """
            insert into model_proposal (id, name, document, sha256, proposed_by, proposed_at)
            select gen_random_uuid(), 'model-' || n || '.bpmn', '', '', :organiser, now()""",
            """
            insert into act_ru_execution (id_, rev_, root_proc_inst_id_, proc_inst_id_, business_key_, proc_def_id_, act_id_,
                                          is_active_, is_concurrent_, is_scope_, is_event_scope_, suspension_state_,
                                          cached_ent_state_, sequence_counter_)
            select :mark || n, 1, :mark || n, :mark || n, :mark || n, :process, 'start', true, false, true, false, 1, 0, 1""",
            """
            insert into act_ru_job (id_, rev_, type_, exclusive_, execution_id_, root_proc_inst_id_, process_instance_id_,
                                    process_def_id_, process_def_key_, retries_, handler_type_)
            select :mark || n, 1, 'message', true, :mark || n, :mark || n, :mark || n, :process, 'evaluateProject', 0,
                   'async-continuation'""",
            """
            insert into act_ru_incident (id_, rev_, incident_timestamp_, incident_msg_, incident_type_, execution_id_,
                                         activity_id_, proc_inst_id_, proc_def_id_, root_cause_incident_id_, configuration_)
            select :mark || n, 1, now(), 'It failed.', 'failedJob', :mark || n, 'start', :mark || n, :process, :mark || n,
                   :mark || n""",
            """
            insert into act_ru_variable (id_, rev_, type_, name_, execution_id_, proc_inst_id_, text_, var_scope_,
                                         sequence_counter_, is_concurrent_local_)
            select :mark || n, 1, 'string', 'competitionId', :mark || n, :mark || n, :competition, :mark || n, 1, false""");

    /** A planned evaluation with all that belongs to one, and a deliberation on it that has told the project's team. */
    private static final List<String> ROUNDS = List.of("""
            insert into scoring_policy (id, competition_id, key, name, document)
            select cast(md5(:mark || ' rules ' || n) as uuid), :competition, 'rules-' || n, 'Rules ' || n,
                   '{"tieRules": [{"kind": "CRITERION", "key": "impact"}]}'""", """
            insert into round (id, competition_id, position, key, name, kind, status, feedback, rubric_id, scoring_policy_id)
            select cast(md5(:mark || ' judged ' || n) as uuid), :competition, 2000 + 2 * n, 'judged-' || n, 'Judged ' || n,
                   'EVALUATION', 'PLANNED', 'RESULT_AND_TEXTS', cast(md5(:mark || ' rubric ' || n) as uuid),
                   cast(md5(:mark || ' rules ' || n) as uuid)""", """
            insert into round_jury (id, round_id, jury_id)
            select gen_random_uuid(), cast(md5(:mark || ' judged ' || n) as uuid), :jury""", """
            insert into round (id, competition_id, position, key, name, kind, status, decides_round_id)
            select cast(md5(:mark || ' deciding ' || n) as uuid), :competition, 2001 + 2 * n, 'deciding-' || n,
                   'Deciding ' || n, 'DELIBERATION', 'PLANNED', cast(md5(:mark || ' judged ' || n) as uuid)""", """
            insert into decision (id, round_id, project_id, outcome, state, released_at)
            select gen_random_uuid(), cast(md5(:mark || ' deciding ' || n) as uuid), :project, 'ADVANCES', 'RELEASED', now()""");

    private static final List<String> SITE =
            List.of("/api/v1/role-requests", "/api/v1/model-proposals", "/model-proposals", "/people");

    private static final String FINDINGS = """
            update import_run
               set findings_total = :to,
                   findings = (select jsonb_agg(jsonb_build_object('place', 'projects.csv:' || n || ':1',
                                                                   'message', 'The title is missing.',
                                                                   'remedy', 'Write one.'))
                                 from generate_series(1, :to) n)
             where id = cast(md5(:mark || ' import 1') as uuid)""";

    private final JdbcClient database;
    private final UUID admin;
    private final UUID organiser;
    private final Map<String, Object> objects;
    private int size;

    /** About a competition, a project and an open call; the organiser runs their program. */
    Crowd(Scene scene, UUID organiser, UUID projectId, UUID roundId, UUID juryId) {
        this.database = scene.rows();
        this.admin = scene.admin;
        this.organiser = organiser;
        var mark = Ids.next().toString().substring(24);
        this.objects = Map.of(
                "mark", mark,
                "organiser", organiser,
                "program", scene.programId,
                "competition", scene.competitionId,
                "project", projectId,
                "round", roundId,
                "jury", juryId,
                "process",
                        database.sql("select id_ from act_re_procdef where key_ = 'evaluateProject' limit 1")
                                .query(String.class)
                                .single());
    }

    /** Makes as many of each as are lacking. */
    void grow(int wanted) {
        insert(ROWS, size + 1, wanted);
        database.sql(FINDINGS).params(objects).param("to", wanted).update();
        size = wanted;
    }

    /** Rounds from one number to another, not beyond the size of the crowd. */
    void rounds(int from, int to) {
        insert(ROUNDS, from, to);
    }

    private void insert(List<String> statements, int from, int to) {
        for (var statement : statements) {
            database.sql(statement + " from generate_series(:from, :to) n")
                    .params(objects)
                    .param("from", from)
                    .param("to", to)
                    .update();
        }
    }

    /** An address of this pattern, with the longest page where it may be said. */
    String address(String pattern) {
        var filled = pattern.replace("{personId}", organiser.toString())
                .replace("{importId}", first("import"))
                .replace("{competitionId}", objects.get("competition").toString())
                .replace("{projectId}", objects.get("project").toString())
                .replace("{roundId}", objects.get("round").toString())
                .replace("{juryId}", objects.get("jury").toString());
        return filled.startsWith("/api/") ? filled + "?size=" + PageRequest.MAX_SIZE : filled;
    }

    /** Who asks for it: the super admin what is about the whole site, the organiser else. */
    UUID viewer(String address) {
        return SITE.stream().anyMatch(address::startsWith) ? admin : organiser;
    }

    private String first(String what) {
        return database.sql("select cast(md5(? || ' ' || ? || ' 1') as uuid)")
                .params(objects.get("mark"), what)
                .query(UUID.class)
                .single()
                .toString();
    }
}
