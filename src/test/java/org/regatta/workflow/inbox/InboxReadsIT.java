package org.regatta.workflow.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.competition.RoundKind;
import org.regatta.identity.Access;
import org.regatta.identity.Acting;
import org.regatta.identity.Role;
import org.regatta.workflow.InboxFilter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.annotation.Transactional;

/** What is read of thousands of tasks for a page of an inbox and for its counts: by the plans of the database. */
@RegattaTest
@Transactional // two thousand tasks are gone afterwards
class InboxReadsIT {

    private static final String OWN = "inbox_task_person_idx";

    @Autowired
    private ApplicationContext context;

    private Scene scene;
    private Waiting waiting;

    @BeforeEach
    void aJurorHasTwoThousandTasks() {
        scene = new Scene(context);
        var juror = scene.person("juror", Role.JURY_MEMBER);
        fill(juror, scene.round("judging", RoundKind.EVALUATION));
        Acting.as(juror);
        waiting = new Waiting(context.getBean(Access.class).viewer(), InboxFilter.ALL, Instant.now());
    }

    @AfterEach
    void nobodyIsLeft() {
        Acting.asNobody();
    }

    @Test
    void countsThemWithoutReadingThem() {
        for (var columns : List.of("", InboxQueries.COUNTED_BY)) {
            var plan = plan(waiting.tally(columns));

            assertThat(plan)
                    .filteredOn(line -> line.contains("(actual rows=2000 "))
                    .isNotEmpty()
                    .allSatisfy(line -> assertThat(line)
                            .as("%s", String.join("\n", plan))
                            .contains("Index Only Scan using " + OWN));
        }
    }

    @Test
    void readsNoMoreOfThemThanThePageShows() {
        var plan = plan(waiting.tasks("*", " order by due_at nulls last, task_id limit 30"));

        assertThat(plan)
                .as("%s", String.join("\n", plan))
                .noneMatch(line -> line.contains("(actual rows=2000 "))
                .anyMatch(line -> line.contains("inbox_task_assignee_idx") && line.contains("(actual rows=30 "));
    }

    private List<String> plan(Sql asked) {
        // a table that holds little else is quicker read as a whole
        scene.rows().sql("set local enable_seqscan = off").update();
        scene.rows().sql("set local enable_bitmapscan = off").update();
        return scene.rows()
                .sql("explain (analyze, costs off, timing off, summary off) " + asked.text())
                .params(asked.values())
                .query(String.class)
                .list();
    }

    private void fill(UUID juror, UUID roundId) {
        scene.rows()
                .sql("""
                        insert into inbox_task (task_id, process_key, task_key, name, business_key, process_instance_id,
                            program_id, competition_id, round_id, project_id, assignee, state, due_at, created_at)
                        select gen_random_uuid(), 'evaluateProject', 'scoreProject', 'Score project', 'none', 'none', :program,
                            :competition, :round, gen_random_uuid(), :juror, 'OPEN', now() + interval '9 days', now()
                        from generate_series(1, 2000)""")
                .param("program", scene.programId)
                .param("competition", scene.competitionId)
                .param("round", roundId)
                .param("juror", juror)
                .update();
        scene.rows().sql("analyze inbox_task").update();
    }
}
