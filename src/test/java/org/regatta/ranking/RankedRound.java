package org.regatta.ranking;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a competition with rounds, jurors, projects and scores straight into the tables. */
final class RankedRound {

    private final JdbcClient database;
    final UUID programId = Ids.next();
    final UUID competitionId = Ids.next();
    private final UUID juryId = Ids.next();
    private final UUID rubricId = Ids.next();
    private final Map<String, UUID> projects = new HashMap<>();
    private final Map<String, UUID> jurors = new HashMap<>();
    private int rounds;

    RankedRound(JdbcClient database) {
        this.database = database;
        database.sql("insert into program (id, key, name) values (?, ?, 'Prizes')")
                .params(programId, programId.toString())
                .update();
        database.sql("""
                        insert into competition (id, program_id, key, name, zone, status, created_at)
                        values (?, ?, 'edition', 'Edition', 'UTC', 'RUNNING', now())""").params(competitionId, programId).update();
        database.sql("insert into jury (id, competition_id, key, name) values (?, ?, 'jury', 'Jury')")
                .params(juryId, competitionId)
                .update();
        database.sql("insert into rubric (id, competition_id, key, name) values (?, ?, 'rubric', 'Rubric')")
                .params(rubricId, competitionId)
                .update();
        database.sql("""
                        insert into criterion (id, rubric_id, position, key, label, kind, min_value, max_value)
                        values (gen_random_uuid(), ?, 1, 'points', 'Points', 'NUMBER', 0, 25)""").params(rubricId).update();
    }

    UUID person(String name) {
        var id = Ids.next();
        database.sql("insert into person (id, email, name, created_at) values (?, ?, ?, now())")
                .params(id, id + "@example.org", name)
                .update();
        return id;
    }

    /** A person with a role in the program. */
    UUID person(String name, String role) {
        var id = person(name);
        database.sql("""
                        insert into role_grant (id, person_id, role, program_id, granted_at)
                        values (gen_random_uuid(), ?, ?, ?, now())""").params(id, role, programId).update();
        return id;
    }

    /** An evaluation round in {@code status} whose policy is this JSON. */
    UUID round(String key, String status, @Nullable String policy) {
        UUID policyId = null;
        if (policy != null) {
            policyId = Ids.next();
            database.sql("""
                            insert into scoring_policy (id, competition_id, key, name, document)
                            values (?, ?, ?, 'Policy', cast(? as jsonb))""").params(policyId, competitionId, key, policy).update();
        }
        var id = Ids.next();
        database.sql("""
                        insert into round (id, competition_id, position, key, name, kind, status, scoring_policy_id,
                                           rubric_id)
                        values (?, ?, ?, ?, 'Round', 'EVALUATION', ?, ?, ?)""")
                .params(id, competitionId, ++rounds, key, status, policyId, rubricId)
                .update();
        database.sql("insert into round_jury (id, round_id, jury_id) values (gen_random_uuid(), ?, ?)")
                .params(id, juryId)
                .update();
        return id;
    }

    /** A deliberation round about {@code roundId}. */
    void deliberation(UUID roundId, String status) {
        database.sql("""
                        insert into round (id, competition_id, position, key, name, kind, status, decides_round_id)
                        values (gen_random_uuid(), ?, ?, ?, 'Deliberation', 'DELIBERATION', ?, ?)""")
                .params(competitionId, ++rounds, "deliberation" + rounds, status, roundId)
                .update();
    }

    UUID project(String number) {
        return projects.computeIfAbsent(number, unknown -> {
            var team = Ids.next();
            database.sql("insert into team (id, competition_id, name) values (?, ?, ?)")
                    .params(team, competitionId, number)
                    .update();
            var id = Ids.next();
            database.sql("""
                            insert into project (id, competition_id, team_id, number, title, status, created_at)
                            values (?, ?, ?, ?, ?, 'SUBMITTED', now())""")
                    .params(id, competitionId, team, number, "Project " + number)
                    .update();
            return id;
        });
    }

    UUID juror(String label) {
        return jurors.computeIfAbsent(label, unknown -> {
            var id = Ids.next();
            database.sql("insert into juror (id, jury_id, person_id, label) values (?, ?, ?, ?)")
                    .params(id, juryId, person(label, "JURY_MEMBER"), label)
                    .update();
            return id;
        });
    }

    UUID personOf(String juror) {
        return database.sql("select person_id from juror where id = ?")
                .param(juror(juror))
                .query(UUID.class)
                .single();
    }

    /** "10" gets 20 and 21, "2" gets 19, "7" gets 3. */
    UUID threeProjects(String status, String policy) {
        var round = round("first", status, policy);
        juror("J2");
        score(round, "10", "J1", "20");
        score(round, "10", "J2", "21");
        score(round, "2", "J1", "19");
        score(round, "7", "J1", "3");
        return round;
    }

    void takesPart(UUID roundId, String project) {
        database.sql(
                        "insert into participation (round_id, project_id, state) values (?, ?, 'ENDED') on conflict do nothing")
                .params(roundId, project(project))
                .update();
    }

    /** A submitted evaluation. */
    void score(UUID roundId, String project, String juror, String points) {
        evaluation(roundId, project, juror, "ACTIVE", "SUBMITTED", points);
    }

    void evaluation(UUID roundId, String project, String juror, String assignment, String state, String points) {
        var assignmentId = assign(roundId, project, juror, assignment);
        database.sql("""
                        insert into evaluation (id, assignment_id, round_id, project_id, juror_id, state, scores, total,
                                                submitted_at, saved_at)
                        values (?, ?, ?, ?, ?, ?, cast(? as jsonb), ?, now(), now())""")
                .params(List.of(
                        Ids.next(),
                        assignmentId,
                        roundId,
                        project(project),
                        juror(juror),
                        state,
                        "{\"points\": {\"number\": " + points + "}}",
                        new BigDecimal(points)))
                .update();
    }

    UUID assign(UUID roundId, String project, String juror, String state) {
        takesPart(roundId, project);
        var id = Ids.next();
        database.sql("""
                        insert into assignment (id, round_id, project_id, juror_id, person_id, state, created_at)
                        select ?, ?, ?, j.id, j.person_id, ?, now() from juror j where j.id = ?""")
                .params(id, roundId, project(project), state, juror(juror))
                .update();
        return id;
    }

    /** Takes the juror off the project in every round. */
    void recuse(String project, String juror) {
        database.sql("""
                        insert into recusal (id, project_id, juror_id, recorded_at)
                        values (gen_random_uuid(), ?, ?, now()) on conflict do nothing""").params(project(project), juror(juror)).update();
    }
}
