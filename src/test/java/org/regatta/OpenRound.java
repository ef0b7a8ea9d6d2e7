package org.regatta;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.regatta.competition.Competitions;
import org.regatta.competition.Feedback;
import org.regatta.competition.RoundKind;
import org.regatta.competition.Rounds;
import org.regatta.competition.Rounds.NewRound;
import org.regatta.competition.ScoringPolicies;
import org.regatta.competition.ScoringPolicy;
import org.regatta.evaluation.Evaluations;
import org.regatta.identity.Acting;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.jury.Juries;
import org.regatta.rubric.CriterionView;
import org.regatta.rubric.NewRubric;
import org.regatta.rubric.Rubrics;
import org.regatta.rubric.ScoreValue;
import org.regatta.workflow.Tasks;
import org.springframework.context.ApplicationContext;

/**
 * A competition that runs in the engine, its evaluation round open and its projects with their jurors; the way there is
 * that of its people, through the services. The admin is at work on the calling thread.
 */
public final class OpenRound {

    /** The password of everybody who was given one. */
    public static final String PASSWORD = "calm-water-2026";

    public final Scene scene;
    public final UUID roundId;
    public final UUID rubricId;
    public final UUID policyId;
    public final Scene.Jury jury;
    public final List<UUID> projects;

    /** Opens the round, due in two days; a deliberation follows. */
    public OpenRound(ApplicationContext context, int howManyProjects, int howManyJurors) {
        scene = new Scene(context);
        scene.bean(People.class).grant(scene.admin, Role.PROGRAM_ADMIN, null, scene.competitionId);
        projects = scene.projects(howManyProjects);
        rubricId = rubric();
        policyId = scene.bean(ScoringPolicies.class)
                .define(scene.competitionId, "mean", "Plain mean", ScoringPolicy.plainMean());
        roundId = scene.bean(Rounds.class)
                .add(new NewRound(
                        scene.competitionId,
                        null,
                        "evaluation",
                        "Evaluation",
                        RoundKind.EVALUATION,
                        null,
                        Instant.now(scene.bean(java.time.Clock.class)).plus(2, ChronoUnit.DAYS),
                        Duration.ofHours(2),
                        false,
                        false,
                        Feedback.DECISION,
                        policyId,
                        rubricId,
                        null));
        scene.round("deliberation", RoundKind.DELIBERATION);
        jury = scene.jury("jury", howManyJurors);
        scene.bean(Juries.class).seat(roundId, jury.id(), null, null);
        scene.bean(Competitions.class).start(scene.competitionId);
        completes("approveEditionPlan", Map.of("editionPlan", "approve"));
        completes("openRound", Map.of());
        Awaitility.await("the tasks of all jurors")
                .atMost(Duration.ofMinutes(1))
                .until(() -> open("scoreProject") == (long) howManyProjects * howManyJurors);
    }

    private UUID rubric() {
        return scene.bean(Rubrics.class)
                .define(
                        scene.competitionId,
                        new NewRubric(
                                "points",
                                "Points",
                                "Judge what is on the table.",
                                List.of(
                                        CriterionView.number(
                                                "impact", "Impact", new BigDecimal(3), one(1), one(10), one(1)),
                                        CriterionView.number(
                                                "team", "Team", new BigDecimal(2), one(1), one(10), one(1)))));
    }

    /** Lets the admin, or another person, sign in on the page; returns the address to sign in with. */
    public String signsIn(UUID personId) {
        scene.bean(People.class).setPassword(personId, PASSWORD);
        return scene.rows()
                .sql("select email from person where id = ?")
                .param(personId)
                .query(String.class)
                .single();
    }

    /** Hands in this juror's evaluation of this many projects, in the order of their numbers. */
    public void submits(int juror, int howMany) {
        try {
            Acting.as(jury.persons().get(juror), () -> {
                for (var assignment : assignments(juror).subList(0, howMany)) {
                    scene.bean(Evaluations.class)
                            .submit(
                                    assignment,
                                    Map.of("impact", ScoreValue.of("7"), "team", ScoreValue.of(1 + juror % 9 + "")),
                                    "");
                }
                return null;
            });
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** A juror's assignments, by project number. */
    public List<UUID> assignments(int juror) {
        return scene.rows()
                .sql("""
                        select a.id from assignment a join project p on p.id = a.project_id
                        where a.round_id = :round and a.person_id = :person
                        order by p.number collate natural_order""")
                .param("round", roundId)
                .param("person", jury.persons().get(juror))
                .query(UUID.class)
                .list();
    }

    /** Waits for the admin's task of this kind, and completes it. */
    public void completes(String taskKey, Map<String, Object> answers) {
        Awaitility.await(taskKey).atMost(Duration.ofMinutes(1)).until(() -> open(taskKey) > 0);
        var taskId = scene.rows()
                .sql("select task_id from inbox_task where competition_id = ? and task_key = ? and state = 'OPEN'")
                .params(scene.competitionId, taskKey)
                .query(String.class)
                .list()
                .getFirst();
        scene.bean(Tasks.class).complete(taskId, new HashMap<>(answers));
    }

    /** How many tasks of this kind wait in the competition. */
    public long open(String taskKey) {
        return scene.rows()
                .sql("select count(*) from inbox_task where competition_id = ? and task_key = ? and state = 'OPEN'")
                .params(scene.competitionId, taskKey)
                .query(Long.class)
                .single();
    }

    /** What the process of the round waits in, sorted. */
    public List<String> waitsAt() {
        return new ArrayList<>(scene.rows()
                .sql("""
                        select distinct e.act_id_ from act_ru_execution i join act_ru_execution e on e.proc_inst_id_ = i.id_
                        where i.business_key_ = ? and i.parent_id_ is null and e.is_active_ and e.act_id_ is not null
                        order by 1""")
                .param(roundId.toString())
                .query(String.class)
                .list());
    }

    private static BigDecimal one(int number) {
        return BigDecimal.valueOf(number);
    }
}
