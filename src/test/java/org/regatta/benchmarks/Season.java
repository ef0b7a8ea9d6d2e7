package org.regatta.benchmarks;

import java.util.UUID;
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
