package org.regatta.access;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.regatta.identity.Role;
import org.regatta.shared.Ids;

/**
 * One competition at one stage: a call, a blind judging, a verdict; a project that everybody has a relation to, another
 * one, and one that a juror entered.
 */
final class StagedCompetition {

    private static final String POLICY = "{\"advance\": {\"kind\": \"TOP_N\", \"count\": 2}}";

    private static final String NOTHING_IMPORTED =
            "{\"rounds\": 0, \"juries\": 0, \"jurors\": 0, \"projects\": 0, \"recusals\": 0, \"scores\": 0}";

    private static final Map<String, String> LABELS = Map.of(
            "juror", "J1",
            "jurorOfOther", "J2",
            "jurorRecused", "J3",
            "jurorInConflict", "J4",
            "jurorCompeting", "J5",
            "peer", "J6",
            "spare", "J7");

    private final World world;
    private final Rows rows;
    private final Stage stage;
    private final Map<String, Object> objects = new HashMap<>();
    private final Map<String, UUID> jurors = new HashMap<>();

    StagedCompetition(World world, Stage stage) {
        this.world = world;
        this.rows = world.rows;
        this.stage = stage;
        competition();
        settings();
        rounds();
        jury();
        project("project", "applicant", "1");
        aTeamMateAndSomebodyInvited();
        project("otherProject", "applicantElsewhere", "2");
        project("jurorsProject", "jurorCompeting", "3");
        conflicts();
        mentors();
        if (stage.judged()) {
            judging();
            objects.putAll(new Waiting(world, objects).objects());
        }
        if (stage.ranked()) {
            new StagedResults(world, stage, objects).put();
        }
    }

    Map<String, Object> objects() {
        return objects;
    }

    private UUID id(String name) {
        return (UUID) objects.computeIfAbsent(name, ignored -> Ids.next());
    }

    private void competition() {
        rows.put(
                """
                insert into competition (id, program_id, key, name, zone, status, created_at)
                values (?, ?, ?, ?, 'Europe/Warsaw', ?, now())""",
                id("competition"),
                world.programId,
                stage.name().toLowerCase(Locale.ROOT),
                "Competition " + stage,
                stage.competition);
        objects.put("program", world.programId);
        world.grant("competitionAdmin", Role.PROGRAM_ADMIN, null, id("competition"), "null");
        rows.put("""
                insert into mailing (id, program_id, competition_id, subject_id, subject, sent_by, created_at, leaves_at)
                values (?, ?, ?, ?, 'Hello', ?, now(), now() + interval '9 days')""", id("mailing"), world.programId, id("competition"), id("round"), world.person("programAdmin"));
        rows.put("""
                insert into import_run (id, program_id, competition_id, requested_by, dry_run, file_name, state, stage,
                                        summary, created_at, started_at, heartbeat_at)
                values (?, ?, ?, ?, true, 'bundle.zip', 'RUNNING', 'CHECKING', cast(? as jsonb), now(), now(),
                        now() + interval '9 days')""", id("import"), world.programId, id("competition"), world.person("programAdmin"), NOTHING_IMPORTED);
    }

    private void settings() {
        rows.put(
                "insert into scoring_policy (id, competition_id, key, name, document) values (?, ?, 'mean', 'Mean', cast(? as jsonb))",
                id("policy"),
                id("competition"),
                POLICY);
        for (var rubric : List.of("rubric", "spareRubric")) {
            rows.put(
                    "insert into rubric (id, competition_id, key, name) values (?, ?, ?, 'Points')",
                    id(rubric),
                    id("competition"),
                    rubric.toLowerCase(Locale.ROOT));
            rows.put("""
                    insert into criterion (id, rubric_id, position, key, label, kind, weight, min_value, max_value, step)
                    values (?, ?, 1, 'points', 'Points', 'NUMBER', 1, 1, 25, 1)""", Ids.next(), id(rubric));
            rows.put("""
                    insert into criterion (id, rubric_id, position, key, label, kind, weight, required, for_team)
                    values (?, ?, 2, 'advice', 'Advice to the team', 'TEXT', 0, false, true)""", Ids.next(), id(rubric));
        }
    }

    private void rounds() {
        round("call", 1, "INTAKE", stage.call);
        round("round", 2, "EVALUATION", stage.judging);
        round("verdict", 3, "DELIBERATION", stage.verdict);
        rows.put(
                "update round set blind = true, feedback = 'RESULT_AND_TEXTS', scoring_policy_id = ?, rubric_id = ? where id = ?",
                id("policy"),
                id("rubric"),
                id("round"));
        rows.put("update round set decides_round_id = ? where id = ?", id("round"), id("verdict"));
        rows.put(
                "insert into reminder (subject_id, lead_seconds, subject, body, language) values (?, 3600, 'Soon', 'Soon.', 'en')",
                id("round"));
    }

    private void round(String name, int position, String kind, String status) {
        rows.put("""
                insert into round (id, competition_id, position, key, name, kind, status, closes_at)
                values (?, ?, ?, ?, ?, ?, ?, now() + interval '9 days')""", id(name), id("competition"), position, name, "The " + name, kind, status);
        if (!status.equals("PLANNED")) {
            rows.put("update round set opened_at = now() where id = ?", id(name));
        }
        if (status.equals("CLOSED") || status.equals("COMPLETED")) {
            rows.put("update round set closed_at = now(), closes_at = now() where id = ?", id(name));
        }
    }

    private void jury() {
        for (var jury : List.of("jury", "spareJury")) {
            rows.put(
                    "insert into jury (id, competition_id, key, name) values (?, ?, ?, 'Jury')",
                    id(jury),
                    id("competition"),
                    jury);
        }
        rows.put(
                "insert into round_jury (id, round_id, jury_id) values (?, ?, ?)", id("seat"), id("round"), id("jury"));
        LABELS.forEach((name, label) -> {
            var juror = Ids.next();
            jurors.put(name, juror);
            rows.put(
                    "insert into juror (id, jury_id, person_id, label) values (?, ?, ?, ?)",
                    juror,
                    id("jury"),
                    world.person(name),
                    label);
        });
        objects.put("juror", jurors.get("juror"));
        objects.put("spareJuror", jurors.get("spare"));
        objects.put("sparePerson", world.person("spare"));
        objects.put("jurorPerson", world.person("juror"));
    }

    private void project(String name, String leader, String number) {
        var team = Ids.next();
        rows.put(
                "insert into team (id, competition_id, name) values (?, ?, ?)",
                team,
                id("competition"),
                "Team " + number);
        rows.put("insert into team_member (team_id, person_id, leads) values (?, ?, true)", team, world.person(leader));
        rows.put(
                """
                insert into project (id, competition_id, team_id, number, title, summary, category, country, status, created_at)
                values (?, ?, ?, ?, ?, ?, 'Blue carbon', 'FR', ?, now())""",
                id(name),
                id("competition"),
                team,
                number,
                "Title of " + number,
                "Summary of " + number,
                stage == Stage.RELEASED ? "ADVANCED" : stage.judged() ? "SUBMITTED" : "DRAFT");
        if (stage.judged()) {
            rows.put(
                    "insert into participation (round_id, project_id, state) values (?, ?, ?)",
                    id("round"),
                    id(name),
                    stage == Stage.JUDGING ? "RUNNING" : "ENDED");
        }
        file(name.equals("project") ? "file" : name + "File", name, leader);
    }

    private void file(String name, String project, String by) {
        rows.put("""
                insert into stored_file (id, object_key, name, size_bytes, accepts, state, format, announced_at, touched_at,
                                         uploaded_at, checked_at)
                values (?, ?, 'plan.pdf', 9000, '{PDF}', 'CHECKED', 'PDF', now(), now(), now(), now())""", id(name), id(name).toString());
        rows.put(
                "insert into project_file (file_id, project_id, type, number, added_by) values (?, ?, 'PRESENTATION', 1, ?)",
                id(name),
                id(project),
                world.person(by));
    }

    private void conflicts() {
        for (var name : List.of(
                "jurorInConflict",
                "superAdminInConflict",
                "programAdminInConflict",
                "observerInConflict",
                "awardMasterInConflict",
                "mentorInConflict")) {
            var conflict = Ids.next();
            rows.put("""
                    insert into conflict_of_interest (id, competition_id, project_id, person_id, kind, declared_at)
                    values (?, ?, ?, ?, 'DECLARED', now())""", conflict, id("competition"), id("project"), world.person(name));
            objects.put(name.equals("jurorInConflict") ? "conflict" : name + "Conflict", conflict);
        }
        rows.put(
                "insert into recusal (id, project_id, juror_id, recorded_at) values (?, ?, ?, now())",
                Ids.next(),
                id("project"),
                jurors.get("jurorRecused"));
    }

    private void mentors() {
        for (var name : List.of("mentorOfProject", "mentorInConflict")) {
            rows.put(
                    "insert into project_mentor (project_id, person_id, named_at) values (?, ?, now())",
                    id("project"),
                    world.person(name));
        }
        objects.put("mentorPerson", world.person("mentor"));
        objects.put("projectMentor", world.person("mentorOfProject"));
    }

    private void aTeamMateAndSomebodyInvited() {
        rows.put(
                "insert into team_member (team_id, person_id) select team_id, ? from project where id = ?",
                world.person("invited"),
                id("project"));
        rows.put("""
                insert into team_invitation (id, team_id, person_id, email, invited_by, sent_at, expires_at)
                select ?, team_id, ?, 'roleless@example.org', ?, now(), now() + interval '7 days' from project where id = ?""", id("teamInvitation"), world.person("roleless"), world.person("applicant"), id("project"));
    }

    private void judging() {
        for (var name : List.of("juror", "jurorRecused", "jurorInConflict", "jurorCompeting", "peer")) {
            objects.put(
                    name + ".assignment", assign(name, "project", name.equals("jurorRecused") ? "RECUSED" : "ACTIVE"));
        }
        objects.put("assignment", objects.get("juror.assignment"));
        objects.put("jurorOfOther.assignment", assign("jurorOfOther", "otherProject", "ACTIVE"));
        objects.put("peersOther", assign("peer", "otherProject", "ACTIVE"));
        objects.put("jurorsOther", assign("juror", "otherProject", "ACTIVE"));
        objects.put("rivals", assign("peer", "jurorsProject", "ACTIVE"));
        evaluate("evaluation", "peer.assignment", 14);
        evaluate("otherEvaluation", "peersOther", 9);
        evaluate("rivalEvaluation", "rivals", 11);
        objects.put("version", 0);
        if (stage.ranked()) {
            evaluate("juror.evaluation", "juror.assignment", 18);
            evaluate("jurorOfOther.evaluation", "jurorOfOther.assignment", 7);
            objects.put("juror.version", 1);
            objects.put("jurorOfOther.version", 1);
        }
    }

    private UUID assign(String juror, String project, String state) {
        var assignment = Ids.next();
        rows.put("""
                insert into assignment (id, round_id, project_id, juror_id, person_id, state, created_at)
                values (?, ?, ?, ?, ?, ?, now())""", assignment, id("round"), id(project), jurors.get(juror), world.person(juror), state);
        return assignment;
    }

    /** What a juror answers who gives so many points. */
    static String scores(int points) {
        return "{\"points\": {\"number\": %1$d}, \"advice\": {\"text\": \"Why not %1$d?\"}}".formatted(points);
    }

    private void evaluate(String name, String assignment, int points) {
        rows.put("""
                insert into evaluation (id, assignment_id, round_id, project_id, juror_id, state, scores, comment, total,
                                        submitted_at, saved_at, version)
                select ?, id, round_id, project_id, juror_id, 'SUBMITTED', cast(? as jsonb), 'Sound.', ?, now(), now(), 1
                from assignment where id = ?""", id(name), scores(points), points, id(assignment));
        rows.put("""
                insert into audit_entry (id, occurred_at, actor_id, type, subject, competition_id, details)
                select ?, now(), person_id, 'evaluation.submitted', ?, ?, jsonb_build_object(
                           'roundId', round_id, 'projectId', project_id, 'personId', person_id,
                           'changes', jsonb_build_object('total', jsonb_build_object('after', ?)))
                from assignment where id = ?""", Ids.next(), id(name).toString(), id("competition"), points, id(assignment));
    }
}
