package org.regatta.benchmarks;

import java.util.List;
import java.util.UUID;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A running competition with one planned evaluation round, put into the tables by SQL: as many submitted projects and
 * jurors as asked for, three jurors to a project, three criteria of 1 to 25 points.
 */
final class Season {

    private final JdbcClient jdbc;
    private final int projects;
    private final int jurors;

    final UUID programId = Ids.next();
    final UUID competitionId = Ids.next();
    final UUID roundId = Ids.next();
    final UUID juryId = Ids.next();
    final UUID adminId = Ids.next();

    private Season(JdbcClient jdbc, int projects, int jurors) {
        this.jdbc = jdbc;
        this.projects = projects;
        this.jurors = jurors;
    }

    static Season of(JdbcClient jdbc, int projects, int jurors) {
        var season = new Season(jdbc, projects, jurors);
        season.competition();
        season.round();
        season.people();
        season.projects();
        return season;
    }

    int projectCount() {
        return projects;
    }

    /** Hands in whatever is not handed in yet and closes the round, past services and processes. */
    void judgeTheRestAndClose() {
        run("""
                insert into evaluation (id, assignment_id, round_id, project_id, juror_id, state, scores, total,
                                        submitted_at, saved_at)
                select assignment_id(), a.id, a.round_id, a.project_id, a.juror_id, 'SUBMITTED',
                       jsonb_build_object('idea', jsonb_build_object('number', x.points),
                                          'plan', jsonb_build_object('number', x.points),
                                          'team', jsonb_build_object('number', x.points)),
                       x.points, now(), now()
                from assignment a
                cross join lateral (select 1 + abs(hashtext(a.id::text)) % 25 as points) x
                where a.round_id = :round
                on conflict do nothing""");
        run("update round set status = 'CLOSED', closed_at = now() where id = :round");
    }

    /** Gives the projects the titles, texts, categories and countries of the demo's, over and over. */
    Season dressed() {
        var demo = DemoTexts.read();
        jdbc.sql("""
                        update project p set title = t.title || ' ' || p.number, summary = t.summary,
                               category = t.category, country = t.country
                        from unnest(cast(:titles as text[]), cast(:summaries as text[]), cast(:categories as text[]),
                                    cast(:countries as text[])) with ordinality
                             as t (title, summary, category, country, n)
                        where p.competition_id = :competition and t.n = 1 + p.number::integer % :texts""")
                .param("titles", demo.column("title"))
                .param("summaries", demo.column("summary"))
                .param("categories", demo.column("category"))
                .param("countries", demo.column("country"))
                .param("texts", demo.size())
                .param("competition", competitionId)
                .update();
        return this;
    }

    /** Gives every project to three jurors, past services and processes. */
    Season assigned() {
        run("""
                insert into participation (round_id, project_id, state)
                select :round, id, 'ENDED' from project where competition_id = :competition""");
        run("""
                with jury as (select id, person_id, row_number() over (order by id) - 1 as n
                              from juror where jury_id = :jury)
                insert into assignment (id, round_id, project_id, juror_id, person_id, state, created_at)
                select assignment_id(), :round, p.id, j.id, j.person_id, 'ACTIVE', now()
                from project p cross join generate_series(0, 2) k
                join jury j on j.n = (p.number::integer * 3 + k) % :jurors
                where p.competition_id = :competition
                on conflict do nothing""");
        return this;
    }

    /** Hands in every other evaluation of a round that runs, and begins every fifth of the rest. */
    void judgeHalf() {
        run("""
                insert into evaluation (id, assignment_id, round_id, project_id, juror_id, state, scores, comment, total,
                                        submitted_at, saved_at)
                select assignment_id(), a.id, a.round_id, a.project_id, a.juror_id,
                       case when x.lot % 2 = 0 then 'SUBMITTED' else 'DRAFT' end,
                       jsonb_build_object('idea', jsonb_build_object('number', x.points),
                                          'plan', jsonb_build_object('number', x.points)),
                       'Solid work; I miss a comparison with what others do already.',
                       case when x.lot % 2 = 0 then x.points end, case when x.lot % 2 = 0 then now() end, now()
                from assignment a
                cross join lateral (select abs(hashtext(a.id::text)) as lot,
                                           1 + abs(hashtext(a.id::text)) % 25 as points) x
                where a.round_id = :round and (x.lot % 2 = 0 or x.lot % 5 = 0)""");
        run("""
                update inbox_task t set state = 'COMPLETED', ended_at = now(), completed_by = t.assignee
                from assignment a join evaluation e on e.assignment_id = a.id and e.state = 'SUBMITTED'
                where a.round_id = :round and t.round_id = a.round_id and t.project_id = a.project_id
                  and t.assignee = a.person_id and t.state = 'OPEN'""");
    }

    /** Adds a planned deliberation that decides the round. */
    UUID deliberation() {
        var id = Ids.next();
        jdbc.sql("""
                        insert into round (id, competition_id, position, key, name, kind, status, decides_round_id)
                        values (?, ?, 2, 'deliberation', 'Deliberation', 'DELIBERATION', 'PLANNED', ?)""").params(id, competitionId, roundId).update();
        return id;
    }

    /** The juror whose label is first, as a person. */
    UUID firstJuror() {
        return jdbc.sql("select person_id from juror where jury_id = ? order by label collate natural_order limit 1")
                .param(juryId)
                .query(UUID.class)
                .single();
    }

    /** Adds an open intake; its drafts are for others to begin. */
    UUID intake() {
        var id = Ids.next();
        jdbc.sql("""
                        insert into round (id, competition_id, position, key, name, kind, status, closes_at)
                        values (?, ?, 0, 'intake', 'Intake', 'INTAKE', 'OPEN', now() + interval '30 days')""").params(id, competitionId).update();
        return id;
    }

    /** Lets the team of the applicant's project begin another one. */
    UUID draft() {
        var id = Ids.next();
        jdbc.sql("""
                        insert into project (id, competition_id, team_id, number, title, status, created_at)
                        select ?, ?, m.team_id, 'draft', 'A project in the making', 'DRAFT', now()
                        from team_member m join team t on t.id = m.team_id
                        where t.competition_id = ? limit 1""").params(id, competitionId, competitionId).update();
        return id;
    }

    /** The address of somebody who holds this role here and there and can sign in; applicants lead the first project. */
    String somebody(RunningRegatta regatta, String role, Season there) {
        var personId = role.equals("JURY_MEMBER") ? firstJuror() : role.equals("SUPER_ADMIN") ? adminId : Ids.next();
        jdbc.sql("""
                        insert into person (id, email, name, created_at)
                        values (?, ? || '@bench.example', 'Somebody', now()) on conflict do nothing""").params(personId, personId.toString()).update();
        regatta.bean(People.class).setPassword(personId, PageVisitor.PASSWORD);
        if (!role.equals("SUPER_ADMIN")) {
            for (var season : List.of(this, there)) {
                regatta.bean(People.class).grant(personId, Role.valueOf(role), season.programId, null);
            }
        }
        if (role.equals("APPLICANT")) {
            jdbc.sql("""
                            insert into team_member (team_id, person_id, leads)
                            select p.team_id, ?, true from project p join assignment a on a.project_id = p.id
                            where a.round_id = ? and a.person_id = ? limit 1""").params(personId, roundId, firstJuror()).update();
        }
        return jdbc.sql("select email from person where id = ?")
                .param(personId)
                .query(String.class)
                .single();
    }

    private void competition() {
        run("insert into program (id, key, name) values (:program, cast(:program as text), 'Benchmarks')");
        run("""
                insert into competition (id, program_id, key, name, zone, status, created_at)
                values (:competition, :program, 'season', 'Season', 'UTC', 'RUNNING', now())""");
        run("""
                insert into person (id, email, name, created_at)
                values (:admin, cast(:admin as text) || '@bench.example', 'Admin', now())""");
        run("""
                insert into role_grant (id, person_id, role, granted_at)
                values (assignment_id(), :admin, 'SUPER_ADMIN', now())""");
    }

    private void round() {
        run("""
                with rubric as (
                    insert into rubric (id, competition_id, key, name)
                    values (assignment_id(), :competition, 'points', 'Points') returning id),
                criteria as (
                    insert into criterion (id, rubric_id, position, key, label, kind, min_value, max_value, step)
                    select assignment_id(), rubric.id, c.position, c.key, c.key, 'NUMBER', 1, 25, 1
                    from rubric, (values (1, 'idea'), (2, 'plan'), (3, 'team')) as c (position, key)),
                policy as (
                    insert into scoring_policy (id, competition_id, key, name, document)
                    values (assignment_id(), :competition, 'mean', 'Mean',
                            '{"rounding": {"stageResult": {"decimals": 2, "mode": "HALF_UP"}},
                              "advance": {"kind": "TOP_N", "count": 40}}') returning id)
                insert into round (id, competition_id, position, key, name, kind, status, closes_at, rubric_id,
                                   scoring_policy_id)
                select :round, :competition, 1, 'first', 'First round', 'EVALUATION', 'PLANNED',
                       now() + interval '300 days', rubric.id, policy.id
                from rubric, policy""");
        run("insert into jury (id, competition_id, key, name) values (:jury, :competition, 'jury', 'Jury')");
        run("""
                insert into round_jury (id, round_id, jury_id, jurors_per_project)
                values (assignment_id(), :round, :jury, 3)""");
    }

    private void people() {
        run("""
                with people as (
                    insert into person (id, email, name, created_at)
                    select assignment_id(), cast(:jury as text) || '-' || n || '@bench.example', 'J' || n, now()
                    from generate_series(1, :jurors) n returning id, name),
                grants as (
                    insert into role_grant (id, person_id, role, competition_id, granted_at)
                    select assignment_id(), id, 'JURY_MEMBER', :competition, now() from people)
                insert into juror (id, jury_id, person_id, label) select assignment_id(), :jury, id, name from people""");
    }

    private void projects() {
        run("""
                with teams as (
                    insert into team (id, competition_id, name)
                    select assignment_id(), :competition, n::text
                    from generate_series(1, :projects) n returning id, name)
                insert into project (id, competition_id, team_id, number, title, status, submitted_at, created_at)
                select assignment_id(), :competition, id, name, 'Project ' || name, 'SUBMITTED', now(), now()
                from teams""");
    }

    /** With whatever parameters the statement names. */
    private void run(String sql) {
        jdbc.sql(sql)
                .param("program", programId)
                .param("competition", competitionId)
                .param("round", roundId)
                .param("jury", juryId)
                .param("admin", adminId)
                .param("projects", projects)
                .param("jurors", jurors)
                .update();
    }
}
