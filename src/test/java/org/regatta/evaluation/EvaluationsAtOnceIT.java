package org.regatta.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.identity.Acting;
import org.regatta.identity.Role;
import org.regatta.jury.Assignments;
import org.regatta.project.Participations;
import org.regatta.rubric.NewRubric;
import org.regatta.rubric.Rubrics;
import org.regatta.rubric.ScoreValue;
import org.regatta.shared.Problem;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@RegattaTest
class EvaluationsAtOnceIT {

    private static final int CLIENTS = 16;
    private static final Map<String, ScoreValue> FOURTEEN = Map.of("points", ScoreValue.of("14"));

    @Autowired
    private Evaluations evaluations;

    @Autowired
    private Assignments assignments;

    @Autowired
    private Replacements replacements;

    @Autowired
    private Participations participations;

    @Autowired
    private Rubrics rubrics;

    @Autowired
    private JdbcClient database;

    @Autowired
    private PlatformTransactionManager transactions;

    private Edition edition;
    private UUID juror;
    private UUID assignment;

    @BeforeEach
    void aJurorHasAProject() {
        edition = Edition.open(database);
        juror = edition.juror();
        assignment = edition.assign(edition.project(), juror);
    }

    @Test
    void takesOneOfSixteenHandInsOfOneEvaluation() throws Exception {
        var failures = atOnce(client -> () -> {
            evaluations.submit(assignment, FOURTEEN, "client " + client);
            return null;
        });

        assertThat(failures).hasSize(CLIENTS - 1).allMatch(EvaluationClosed.class::isInstance);
        assertThat(stored()).containsExactly("SUBMITTED");
    }

    @Test
    void takesOneOfSixteenFirstSaves() throws Exception {
        var failures = atOnce(client -> () -> evaluations.saveDraft(assignment, FOURTEEN, "client " + client, 0));

        assertThat(failures).hasSize(CLIENTS - 1).allMatch(EvaluationChanged.class::isInstance);
        assertThat(stored()).containsExactly("DRAFT");
    }

    @Test
    void takesEitherTheHandInOrTheAbstention() throws Exception {
        var failures = atOnce(client -> () -> {
            if (client % 2 == 0) {
                evaluations.submit(assignment, FOURTEEN, "");
            } else {
                evaluations.abstain(assignment, "unsure");
            }
            return null;
        });

        assertThat(failures).hasSize(CLIENTS - 1).allMatch(EvaluationClosed.class::isInstance);
        var abstained = database.sql("select state from assignment where id = ?")
                .param(assignment)
                .query(String.class)
                .single()
                .equals("ABSTAINED");
        assertThat(stored()).isEqualTo(abstained ? List.of() : List.of("SUBMITTED"));
    }

    @Test
    void handsInNothingWhileTheRoundIsClosing() throws Exception {
        try (var pool = Executors.newSingleThreadExecutor()) {
            var late = new TransactionTemplate(transactions).execute(closing -> {
                edition.status("CLOSED");
                var submission = pool.submit(() -> as(juror, () -> {
                    evaluations.submit(assignment, FOURTEEN, "");
                    return null;
                }));
                await().until(this::somebodyWaits);
                return submission;
            });

            assertThatThrownBy(late::get).hasCauseInstanceOf(EvaluationClosed.class);
            assertThat(stored()).isEmpty();
        }
    }

    @Test
    void handsInWhileTheJurorIsTakenOffTheProject() throws Exception {
        handsInWhile(() -> {
            assignments.recuse(assignment, "Ill.");
            return null;
        });

        assertThat(stored()).containsExactly("SUBMITTED");
    }

    @Test
    void handsInWhileTheJurorIsReplaced() throws Exception {
        edition.juror();
        assignment = edition.assign(edition.project(), juror); // a second one, which is given away
        handsInWhile(() -> replacements.replace(
                edition.roundId(),
                database.sql("select id from juror where person_id = ?")
                        .param(juror)
                        .query(UUID.class)
                        .single(),
                null,
                "Ill."));

        assertThat(stored()).containsExactly("SUBMITTED");
    }

    /** Whoever hands in has the turn of the work; what the organiser does meanwhile must not hold rows and wait for it. */
    private void handsInWhile(Callable<Object> organising) throws Exception {
        var admin = edition.person(Role.PROGRAM_ADMIN);
        var project = database.sql("select project_id from assignment where id = ?")
                .param(assignment)
                .query(UUID.class)
                .single();
        try (var pool = Executors.newSingleThreadExecutor()) {
            var other = new TransactionTemplate(transactions).execute(handingIn -> {
                participations.takeTurn(edition.roundId(), project);
                var waiting = pool.submit(() -> as(admin, organising));
                await().until(this::somebodyWaits);
                inThis(juror, () -> {
                    evaluations.submit(assignment, FOURTEEN, "");
                    return null;
                });
                return waiting;
            });
            other.get();
        }
    }

    @Test
    void changesNoRubricUnderAnEvaluationThatIsJustBeingWritten() throws Exception {
        var admin = edition.person(Role.PROGRAM_ADMIN);
        var before = as(admin, () -> rubrics.get(edition.rubricId()));
        try (var pool = Executors.newSingleThreadExecutor()) {
            var change = new TransactionTemplate(transactions).execute(writing -> {
                assertThat(inThis(juror, () -> evaluations.saveDraft(assignment, FOURTEEN, "", 0)))
                        .isNotNull();
                var changing = pool.submit(() -> as(admin, () -> {
                    rubrics.change(
                            before.id(),
                            new NewRubric(
                                    "points", "Other", "", before.criteria().subList(0, 1)),
                            before.version());
                    return null;
                }));
                await().until(this::somebodyWaits);
                return changing;
            });

            assertThatThrownBy(change::get)
                    .hasCauseInstanceOf(Problem.class)
                    .hasMessageContaining("evaluations under the rubric");
            assertThat(as(admin, () -> rubrics.get(before.id()))).isEqualTo(before);
        }
    }

    private interface Work {
        Callable<Object> of(int client);
    }

    private List<Throwable> atOnce(Work work) throws InterruptedException {
        var start = new CountDownLatch(1);
        var failures = new ArrayList<Throwable>();
        try (var pool = Executors.newFixedThreadPool(CLIENTS)) {
            var attempts = new ArrayList<Future<Object>>();
            for (int i = 0; i < CLIENTS; i++) {
                var mine = work.of(i);
                attempts.add(pool.submit(() -> {
                    start.await();
                    return as(juror, mine);
                }));
            }
            start.countDown();
            for (var attempt : attempts) {
                try {
                    attempt.get();
                } catch (ExecutionException failed) {
                    failures.add(failed.getCause());
                }
            }
        }
        return failures;
    }

    private boolean somebodyWaits() {
        return database.sql("""
                        select exists (select 1 from pg_stat_activity
                                        where datname = current_database() and wait_event_type = 'Lock')""").query(Boolean.class).single();
    }

    private List<String> stored() {
        return database.sql("select state from evaluation where assignment_id = ?")
                .param(assignment)
                .query(String.class)
                .list();
    }

    private static <T> T as(UUID personId, Callable<T> work) throws Exception {
        return Acting.as(personId, work);
    }

    private static <T> T inThis(UUID personId, Callable<T> work) {
        try {
            return Acting.as(personId, work);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
