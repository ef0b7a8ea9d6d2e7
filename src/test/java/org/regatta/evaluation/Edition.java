package org.regatta.evaluation;

import java.time.Duration;
import java.util.UUID;
import org.regatta.identity.Role;
import org.regatta.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A running competition of its own, put into the database as a test needs it: one jury, one open round, one rubric. */
public final class Edition {

    private final JdbcClient database;
    private final UUID programId = Ids.next();
    private final UUID competitionId = Ids.next();
    private final UUID juryId = Ids.next();
    private final UUID rubricId = Ids.next();
    private final UUID roundId = Ids.next();
    private int rounds = 1;
    private int jurors;
    private int projects;

    private Edition(JdbcClient database) {
        this.database = database;
    }

    /** With the rubric {@code points} (1 to 25 in steps of 1) and {@code remarks} (text), and no deadline. */
    public static Edition open(JdbcClient database) {
        var edition = new Edition(database);
        edition.run(
                "insert into program (id, key, name) values (?, ?, 'Program')",
                edition.programId,
                edition.programId.toString());
        edition.run("""
                insert into competition (id, program_id, key, name, zone, status, created_at)
                values (?, ?, 'edition', 'Edition', 'Europe/Warsaw', 'RUNNING', now())""", edition.competitionId, edition.programId);
        edition.run(
                "insert into jury (id, competition_id, key, name) values (?, ?, 'jury', 'Jury')",
                edition.juryId,
                edition.competitionId);
        edition.run(
                "insert into rubric (id, competition_id, key, name) values (?, ?, 'points', 'Points')",
                edition.rubricId,
                edition.competitionId);
        edition.run("""
                insert into criterion (id, rubric_id, position, key, label, kind, weight, required, min_value, max_value, step)
                values (?, ?, 1, 'points', 'Points', 'NUMBER', 1, true, 1, 25, 1)""", Ids.next(), edition.rubricId);
        edition.run("""
                insert into criterion (id, rubric_id, position, key, label, kind, weight, required)
                values (?, ?, 2, 'remarks', 'Remarks', 'TEXT', 0, false)""", Ids.next(), edition.rubricId);
        edition.run("""
                insert into round (id, competition_id, position, key, name, kind, status, rubric_id)
                values (?, ?, 1, 'stage-1', 'Stage 1', 'EVALUATION', 'OPEN', ?)""", edition.roundId, edition.competitionId, edition.rubricId);
        edition.run(
                "insert into round_jury (id, round_id, jury_id) values (?, ?, ?)",
                Ids.next(),
                edition.roundId,
                edition.juryId);
        return edition;
    }

    /** Somebody who holds these roles in this competition's program. */
    public UUID person(Role... roles) {
        var personId = Ids.next();
        run(
                "insert into person (id, email, name, created_at) values (?, ?, 'Somebody', now())",
                personId,
                personId + "@example.org");
        for (var role : roles) {
            run("""
                    insert into role_grant (id, person_id, role, program_id, granted_at) values (?, ?, ?, ?, now())""", Ids.next(), personId, role.name(), role == Role.SUPER_ADMIN ? null : programId);
        }
        return personId;
    }

    /** A person on the jury. */
    public UUID juror() {
        return juror(false);
    }

    /** A person in the chair of the jury. */
    public UUID chair() {
        return juror(true);
    }

    /** A submitted project. */
    public UUID project() {
        return project(person(Role.APPLICANT));
    }

    /** A submitted project of a person's team. */
    public UUID project(UUID applicantId) {
        var teamId = Ids.next();
        var projectId = Ids.next();
        projects++;
        run("insert into team (id, competition_id, name) values (?, ?, ?)", teamId, competitionId, "Team " + projects);
        run("insert into team_member (team_id, person_id, leads) values (?, ?, true)", teamId, applicantId);
        run("""
                insert into project (id, competition_id, team_id, number, title, status, submitted_at, created_at)
                values (?, ?, ?, ?, ?, 'SUBMITTED', now(), now())""", projectId, competitionId, teamId, String.valueOf(projects), "Project " + projects);
        return projectId;
    }

    /** Gives a project to a juror. */
    public UUID assign(UUID projectId, UUID personId) {
        var assignmentId = Ids.next();
        run("""
                insert into assignment (id, round_id, project_id, juror_id, person_id, state, created_at)
                select ?, ?, ?, id, person_id, 'ACTIVE', now() from juror where jury_id = ? and person_id = ?""", assignmentId, roundId, projectId, juryId, personId);
        return assignmentId;
    }

    /** Hands in 10 points for an assignment. */
    public void handIn(UUID assignmentId) {
        run("""
                insert into evaluation (id, assignment_id, round_id, project_id, juror_id, state, scores, comment, total,
                                        submitted_at, saved_at, version)
                select ?, id, round_id, project_id, juror_id, 'SUBMITTED', '{"points": {"number": 10}}', '', 10, now(), now(), 1
                from assignment where id = ?""", Ids.next(), assignmentId);
    }

    /** Adds an open intake with a deadline in three days. */
    public UUID intake() {
        var intakeId = Ids.next();
        rounds++;
        run("""
                insert into round (id, competition_id, position, key, name, kind, status, closes_at)
                values (?, ?, ?, ?, 'Call', 'INTAKE', 'OPEN', now() + interval '3 days')""", intakeId, competitionId, rounds, "call-" + rounds);
        return intakeId;
    }

    /** A conflict of interest. */
    public void conflict(UUID projectId, UUID personId) {
        run("""
                insert into conflict_of_interest (id, competition_id, project_id, person_id, kind, declared_at)
                values (?, ?, ?, ?, 'DECLARED', now())""", Ids.next(), competitionId, projectId, personId);
    }

    /** Puts the deadline this far ahead (or, negative, behind). */
    public void deadline(Duration ahead, Duration grace) {
        run(
                "update round set closes_at = clock_timestamp() + make_interval(secs => ?), grace_seconds = ? where id = ?",
                ahead.toSeconds(),
                grace.toSeconds(),
                roundId);
    }

    /** Makes the evaluation round a blind one. */
    public void blind() {
        run("update round set blind = true where id = ?", roundId);
    }

    /** Sets the status of the evaluation round. */
    public void status(String status) {
        run("update round set status = ? where id = ?", status, roundId);
    }

    /** Adds a round that decides on the evaluation round. */
    public UUID deliberation(String status) {
        var deliberationId = Ids.next();
        rounds++;
        run("""
                insert into round (id, competition_id, position, key, name, kind, status, decides_round_id)
                values (?, ?, ?, ?, 'Deliberation', 'DELIBERATION', ?, ?)""", deliberationId, competitionId, rounds, "deliberation-" + rounds, status, roundId);
        return deliberationId;
    }

    /**
     * Closes the evaluation round with an approved ranking of these projects, best first.
     *
     * @param advancing how many the policy lets advance; negative leaves all to people
     */
    public void ranked(int advancing, UUID... best) {
        status("COMPLETED");
        var rankingId = Ids.next();
        run("""
                insert into ranking (id, round_id, state, policy, computed_at, approved_at)
                values (?, ?, 'APPROVED', '{}', now(), now())""", rankingId, roundId);
        for (int i = 0; i < best.length; i++) {
            run(
                    """
                    insert into ranking_row (ranking_id, project_id, position, rank, stage_result, cumulative_result,
                                             advances, derivation)
                    values (?, ?, ?, ?, ?, ?, cast(? as boolean), '{}')""",
                    rankingId,
                    best[i],
                    i + 1,
                    i + 1,
                    20 - i,
                    20 - i,
                    advancing < 0 ? null : String.valueOf(i < advancing));
        }
    }

    /** The program. */
    public UUID programId() {
        return programId;
    }

    /** The competition. */
    public UUID competitionId() {
        return competitionId;
    }

    /** The open evaluation round. */
    public UUID roundId() {
        return roundId;
    }

    /** The rubric of the round. */
    public UUID rubricId() {
        return rubricId;
    }

    /** The id of the juror that a person is. */
    UUID seat(UUID person) {
        return database.sql("select id from juror where person_id = ?")
                .param(person)
                .query(UUID.class)
                .single();
    }

    /** The assignment of a project to a person. */
    UUID assignment(UUID project, UUID person) {
        return ofAssignment("id", project, person, UUID.class);
    }

    /** What has become of the assignment of a project to a person. */
    String state(UUID project, UUID person) {
        return ofAssignment("state", project, person, String.class);
    }

    private <T> T ofAssignment(String column, UUID project, UUID person, Class<T> type) {
        return database.sql("select " + column + " from assignment where project_id = ? and person_id = ?")
                .param(project)
                .param(person)
                .query(type)
                .single();
    }

    private UUID juror(boolean chairs) {
        var personId = person(Role.JURY_MEMBER);
        jurors++;
        run(
                "insert into juror (id, jury_id, person_id, label, chairs) values (?, ?, ?, ?, ?)",
                Ids.next(),
                juryId,
                personId,
                "J" + jurors,
                chairs);
        return personId;
    }

    private void run(String sql, Object... values) {
        var statement = database.sql(sql);
        for (var value : values) {
            statement = statement.param(value);
        }
        statement.update();
    }
}
