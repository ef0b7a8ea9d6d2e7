package org.regatta.access;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regatta.Scene;
import org.regatta.competition.RoundKind;
import org.regatta.identity.Role;
import org.regatta.jury.Juries;
import org.regatta.ranking.Calibration;
import org.regatta.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An open evaluation round, a closed one with its ranking and the deliberation on that, of as many projects and jurors as
 * wanted, made by SQL. One juror reads every project, and each is read by a juror of its own besides.
 */
final class JudgedCrowd {

    private static final List<String> ROWS = List.of(
            "insert into team (id, competition_id, name) select cast(md5(:mark || ' team ' || n) as uuid), :competition, 'T' || n",
            """
            insert into project (id, competition_id, team_id, number, title, status, submitted_at, created_at)
            select cast(md5(:mark || ' project ' || n) as uuid), :competition, cast(md5(:mark || ' team ' || n) as uuid),
                   'R' || n, 'Read ' || n, 'SUBMITTED', now(), now()""",
            """
            insert into person (id, email, name, created_at)
            select cast(md5(:mark || ' reader ' || n) as uuid), :mark || '.reader.' || n || '@example.org', 'Reader ' || n, now()""",
            """
            insert into juror (id, jury_id, person_id, label)
            select cast(md5(:mark || ' juror ' || n) as uuid), :jury, cast(md5(:mark || ' reader ' || n) as uuid), 'R' || n""",
            ofEachRound("""
                    insert into participation (round_id, project_id, state)
                    select r, cast(md5(:mark || ' project ' || n) as uuid), 'EVALUATED'"""),
            ofEachRound("""
                    insert into assignment (id, round_id, project_id, juror_id, person_id, state, created_at)
                    select cast(md5(r || ' all ' || n) as uuid), r, cast(md5(:mark || ' project ' || n) as uuid), :juror,
                           :reader, 'ACTIVE', now()"""),
            ofEachRound("""
                    insert into assignment (id, round_id, project_id, juror_id, person_id, state, created_at)
                    select cast(md5(r || ' own ' || n) as uuid), r, cast(md5(:mark || ' project ' || n) as uuid),
                           cast(md5(:mark || ' juror ' || n) as uuid), cast(md5(:mark || ' reader ' || n) as uuid), 'ACTIVE', now()"""),
            """
            insert into evaluation (id, assignment_id, round_id, project_id, juror_id, state, scores, total, submitted_at,
                                    saved_at)
            select gen_random_uuid(), a.id, a.round_id, a.project_id, a.juror_id, 'SUBMITTED',
                   jsonb_build_object('points', jsonb_build_object('number', n % 9)), n % 9, now(), now()
              from assignment a, generate_series(cast(:from as int), cast(:to as int)) n
             where a.round_id = :closed and a.project_id = cast(md5(:mark || ' project ' || n) as uuid)""",
            """
            insert into evaluation (id, assignment_id, round_id, project_id, juror_id, state, saved_at)
            select gen_random_uuid(), cast(md5(:open || ' all ' || n) as uuid), :open,
                   cast(md5(:mark || ' project ' || n) as uuid), :juror, 'DRAFT', now()""",
            """
            insert into decision (id, round_id, project_id, state)
            select gen_random_uuid(), :deciding, cast(md5(:mark || ' project ' || n) as uuid), 'PROPOSED'""",
            """
            insert into inbox_task (task_id, process_key, task_key, name, business_key, process_instance_id, program_id,
                                    competition_id, round_id, project_id, assignee, state, due_at, created_at)
            select :mark || ' task ' || n, 'evaluateProject', 'scoreProject', 'Score project', :mark || n, :mark || n, :program,
                   :competition, :open, cast(md5(:mark || ' project ' || n) as uuid), :reader, 'OPEN', now(), now()""",
            """
            insert into api_token (id, person_id, name, token_hash, created_at)
            select gen_random_uuid(), :organiser, 'Token ' || n, cast(:mark || n as bytea), now()""");

    private final Scene scene;
    private final JdbcClient database;
    private final UUID organiser;
    private final Map<String, Object> objects;
    private int size;

    /** In the scene's competition; the organiser runs its program. */
    JudgedCrowd(Scene scene, UUID organiser) {
        this.scene = scene;
        this.database = scene.rows();
        this.organiser = organiser;
        var jury = scene.jury("readers", 0);
        var reader = scene.person("reader", Role.JURY_MEMBER);
        var juror = Ids.next();
        database.sql("insert into juror (id, jury_id, person_id, label) values (?, ?, ?, 'R0')")
                .params(juror, jury.id(), reader)
                .update();
        var open = scene.evaluationRound("open", false);
        var closed = scene.evaluationRound("closed", false);
        var deciding = scene.round("deciding", RoundKind.DELIBERATION);
        scene.bean(Juries.class).seat(open, jury.id(), null, null);
        this.objects = Map.ofEntries(
                Map.entry("mark", Ids.next().toString().substring(24)),
                Map.entry("organiser", organiser),
                Map.entry("program", scene.programId),
                Map.entry("competition", scene.competitionId),
                Map.entry("jury", jury.id()),
                Map.entry("juror", juror),
                Map.entry("reader", reader),
                Map.entry("open", open),
                Map.entry("closed", closed),
                Map.entry("deciding", deciding));
        become("update competition set status = 'RUNNING' where id = :competition");
        become("update round set status = 'OPEN', opened_at = now() where id in (:open, :deciding)");
        become("update round set status = 'CLOSED', opened_at = now(), closed_at = now() where id = :closed");
        become("update round set decides_round_id = :closed where id = :deciding");
        become("""
                insert into criterion (id, rubric_id, position, key, label, kind, min_value, max_value, step)
                select gen_random_uuid(), rubric_id, 0, 'points', 'Points', 'NUMBER', 0, 9, 1
                  from round where id in (:open, :closed)""");
    }

    /** Makes as many of each as are lacking, and ranks them. */
    void grow(int wanted) {
        for (var statement : ROWS) {
            var each = statement.contains("generate_series")
                    ? ""
                    : " from generate_series(cast(:from as int), cast(:to as int)) n";
            database.sql(statement + each)
                    .params(objects)
                    .param("from", size + 1)
                    .param("to", wanted)
                    .update();
        }
        scene.bean(Calibration.class).compute(id("closed"));
        size = wanted;
    }

    /** The pages with lists of these, and who asks for each. */
    Map<String, UUID> pages() {
        var pages = new LinkedHashMap<String, UUID>();
        for (var page : List.of(
                "/rounds/<open>",
                "/rounds/<open>?show=projects",
                "/rounds/<open>/reminder",
                "/rounds/<open>/jurors/<juror>/replacement",
                "/rounds/<open>/projects/<project>/jurors",
                "/api/v1/rounds/<open>/projects/<project>/free-jurors",
                "/rounds/<closed>/ranking",
                "/rounds/<closed>/ranking/distribution",
                "/rounds/<deciding>/decisions",
                "/competitions/<competition>/projects",
                "/account/tokens")) {
            pages.put(filled(page), organiser);
        }
        pages.put("/inbox", id("reader"));
        pages.put("/evaluations", id("reader"));
        return pages;
    }

    private String filled(String page) {
        var project = database.sql("select cast(md5(:mark || ' project 1') as uuid)")
                .params(objects)
                .query(UUID.class)
                .single();
        var filled = page.replace("<project>", project.toString());
        for (var object : objects.entrySet()) {
            filled = filled.replace(
                    "<" + object.getKey() + ">", object.getValue().toString());
        }
        return filled;
    }

    private UUID id(String object) {
        return (UUID) objects.get(object);
    }

    private void become(String sql) {
        database.sql(sql).params(objects).update();
    }

    private static String ofEachRound(String statement) {
        return statement
                + " from generate_series(cast(:from as int), cast(:to as int)) n cross join unnest(array[cast(:open as uuid), cast(:closed as uuid)]) r";
    }
}
