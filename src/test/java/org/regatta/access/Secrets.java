package org.regatta.access;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The secrets of a {@link World}; each is one fact that stands in its rows. */
final class Secrets {

    private static final List<String> JURY = List.of("juror", "jurorOfOther", "jurorRecused", "jurorInConflict");

    private final World world;

    Secrets(World world) {
        this.world = world;
    }

    List<Secret> all() {
        return List.of(juror(), score(), text(), place(), ownResult(), resultToBe(), othersResult());
    }

    /** Who the juror J6 of every blind round is: one of two people who are alike but for their names. */
    private Secret juror() {
        return new Secret(
                "who a juror of a blind round is",
                with(
                        JURY,
                        List.of(
                                "applicant",
                                "mentor",
                                "mentorOfProject",
                                "observer",
                                "observerInConflict",
                                "awardMaster",
                                "awardMasterInConflict")),
                List.of(Stage.JUDGING, Stage.DELIBERATION, Stage.RELEASED),
                Map.of("programAdmin", "GET /api/v1/juries/{juryId}/jurors"),
                () -> seat("peer", "double"),
                () -> seat("double", "peer"));
    }

    private void seat(String before, String after) {
        for (var column :
                List.of("juror.person_id", "assignment.person_id", "inbox_task.assignee", "inbox_task.completed_by")) {
            var parts = column.split("\\.");
            world.rows.put(
                    "update " + parts[0] + " set " + parts[1] + " = ? where " + parts[1] + " = ?",
                    world.person(after),
                    world.person(before));
        }
        world.rows.put("""
                update audit_entry set actor_id = ?, details = jsonb_set(details, '{personId}', to_jsonb(cast(? as text)))
                where type = 'evaluation.submitted' and actor_id = ?""", world.person(after), world.person(after).toString(), world.person(before));
    }

    /** What J6 gave while the judging is open. */
    private Secret score() {
        return new Secret(
                "what another juror gave",
                with(
                        JURY,
                        List.of(
                                "superAdminInConflict",
                                "programAdmin",
                                "competitionAdmin",
                                "observer",
                                "awardMaster",
                                "mentorOfProject",
                                "applicant")),
                List.of(Stage.JUDGING),
                Map.of("superAdmin", "GET /api/v1/rounds/{roundId}/evaluations"),
                () -> give(Stage.JUDGING, "evaluation", 23),
                () -> give(Stage.JUDGING, "evaluation", 14));
    }

    private void give(Stage stage, String evaluation, int points) {
        world.rows.put(
                "update evaluation set scores = cast(? as jsonb), total = ? where id = ?",
                StagedCompetition.scores(points),
                points,
                world.objects(stage).get(evaluation));
        world.rows.put("""
                update audit_entry set details = jsonb_set(details, '{changes,total,after}', to_jsonb(?))
                where type = 'evaluation.submitted' and subject = ?""", points, world.objects(stage).get(evaluation).toString());
    }

    /** What jurors gave and wrote to a team and what came of it, once it is released. */
    private Secret ownResult() {
        return new Secret(
                "what a team is told of its result",
                List.of("applicantElsewhere", "applicantWithout", "jurorCompeting", "audience", "mentor"),
                List.of(Stage.RELEASED),
                Map.of("applicant", "GET /api/v1/projects/{projectId}/results"),
                () -> result(Stage.RELEASED, "evaluation", "project", 14, 23),
                () -> result(Stage.RELEASED, "evaluation", "project", 23, 14));
    }

    /** The same while it is being decided. */
    private Secret resultToBe() {
        return new Secret(
                "what a team will be told of its result",
                List.of("applicant", "applicantElsewhere", "applicantWithout", "mentorOfProject", "audience"),
                List.of(Stage.DELIBERATION),
                Map.of("superAdmin", "GET /api/v1/rounds/{roundId}/evaluations"),
                () -> result(Stage.DELIBERATION, "evaluation", "project", 14, 23),
                () -> result(Stage.DELIBERATION, "evaluation", "project", 23, 14));
    }

    /** What jurors gave another team, once both are released: only its place tells a team anything of the others. */
    private Secret othersResult() {
        return new Secret(
                "what another team is told of its result",
                List.of("applicant", "applicantWithout", "mentorOfProject"),
                List.of(Stage.RELEASED),
                Map.of("superAdmin", "GET /api/v1/rounds/{roundId}/evaluations"),
                () -> result(Stage.RELEASED, "otherEvaluation", "otherProject", 9, 8),
                () -> result(Stage.RELEASED, "otherEvaluation", "otherProject", 8, 9));
    }

    private void result(Stage stage, String evaluation, String project, int before, int points) {
        var objects = world.objects(stage);
        give(stage, evaluation, points);
        world.rows.put(
                "update decision set cumulative_result = cumulative_result + ? where round_id = ? and project_id = ?",
                points - before,
                objects.get("verdict"),
                objects.get(project));
    }

    /** What a project says, for who has a conflict of interest with it, was recused from it or has nothing to do with it. */
    private Secret text() {
        return new Secret(
                "what a project in conflict says",
                List.of(
                        "jurorInConflict",
                        "jurorRecused",
                        "jurorCompeting",
                        "applicantElsewhere",
                        "mentor",
                        "mentorInConflict",
                        "awardMasterInConflict",
                        "audience",
                        "programAdminElsewhere"),
                List.of(Stage.JUDGING, Stage.DELIBERATION, Stage.RELEASED),
                Map.of(
                        "juror", "GET /api/v1/projects/{projectId}",
                        "mentorOfProject", "GET /api/v1/projects/{projectId}"),
                () -> write("Another title", "Another summary, and longer"),
                () -> write("Title of 1", "Summary of 1"));
    }

    private void write(String title, String summary) {
        for (var stage : Stage.values()) {
            world.rows.put(
                    "update project set title = ?, summary = ? where id = ?",
                    title,
                    summary,
                    world.objects(stage).get("project"));
        }
    }

    /** Whether the project is first or second; the proposals for all three stay what they are. */
    private Secret place() {
        return new Secret(
                "where a project in conflict stands",
                List.of(
                        "superAdminInConflict",
                        "programAdminInConflict",
                        "observerInConflict",
                        "awardMasterInConflict",
                        "jurorInConflict",
                        "jurorRecused",
                        "mentorInConflict"),
                List.of(Stage.DELIBERATION, Stage.RELEASED),
                Map.of("programAdmin", "GET /api/v1/rounds/{roundId}/ranking"),
                this::swap,
                this::swap);
    }

    /** The project with the one before or after it. */
    private void swap() {
        for (var stage : List.of(Stage.DELIBERATION, Stage.RELEASED)) {
            var objects = world.objects(stage);
            var round = (UUID) objects.get("round");
            var project = (UUID) objects.get("project");
            world.rows.put("""
                    with two as (
                        select w.ranking_id, w.project_id, w.position, w.rank from ranking_row w join ranking k on k.id = w.ranking_id
                        where k.round_id = ? and w.position <= 2)
                    update ranking_row w set position = o.position, rank = o.rank
                    from two o where o.ranking_id = w.ranking_id and o.project_id <> w.project_id
                      and w.project_id in (select project_id from two)""", round);
            world.rows.put("""
                    update decision d set rank = w.rank from ranking_row w join ranking k on k.id = w.ranking_id
                    where k.round_id = ? and w.project_id = d.project_id and d.round_id = ?""", round, objects.get("verdict"));
            world.rows.put("""
                    update audit_entry set details = cast(replace(replace(replace(
                        cast(details as text), o.one, 'the one'), o.other, o.one), 'the one', o.other) as jsonb)
                    from (select cast(cast(? as uuid) as text) as one, cast(w.project_id as text) as other
                            from ranking_row w join ranking k on k.id = w.ranking_id
                           where k.round_id = ? and w.position <= 2 and w.project_id <> ?) o
                    where subject = ? and starts_with(type, 'ranking.')""", project, round, project, round.toString());
            var rank = world.rows.one(Integer.class, """
                    select w.rank from ranking_row w join ranking k on k.id = w.ranking_id
                    where k.round_id = ? and w.project_id = ?""", round, project);
            if (rank > 2) {
                throw new IllegalStateException("The project is neither first nor second");
            }
        }
    }

    @SafeVarargs
    private static List<String> with(List<String>... lists) {
        return Arrays.stream(lists).flatMap(List::stream).toList();
    }
}
