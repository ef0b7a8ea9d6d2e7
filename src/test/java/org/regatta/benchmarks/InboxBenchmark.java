package org.regatta.benchmarks;

import static org.regatta.benchmarks.Figures.millis;

import java.util.List;
import java.util.UUID;
import org.regatta.identity.Acting;
import org.regatta.shared.PageRequest;
import org.regatta.workflow.Inbox;
import org.regatta.workflow.InboxFilter;

/** A juror's page of 30 out of 100 own tasks, while others have many more; against one indexed statement. */
final class InboxBenchmark {

    private static final int TASKS_EACH = 100;
    private static final int MANY_TASKS = 5_000;
    private static final int CALLS = 400;
    // both sides go on getting faster for as long; less of it favours the larger inbox, which is measured second
    private static final int WARM = 4;
    private static final PageRequest PAGE = new PageRequest(0, 30);

    private final RunningRegatta regatta;
    private final Figures figures;

    InboxBenchmark(RunningRegatta regatta, Figures figures) {
        this.regatta = regatta;
        this.figures = figures;
    }

    void run() {
        var season = Season.of(regatta.jdbc(), 1, 1_010);
        var persons = persons(season, 1, 50);
        fill(season, 1, 100, TASKS_EACH);
        for (int warm = 0; warm < WARM; warm++) {
            measured(persons);
        }
        var few = measured(persons);
        fill(season, 101, 1_000, TASKS_EACH);
        var many = measured(persons);
        compare("10,000", few);
        compare("100,000", many);
        figures.atMost(
                "the same: 100,000 / 10,000 open tasks",
                millis(many.ours().medianMillis()),
                millis(few.ours().medianMillis()),
                many.ours().medianMillis() / few.ours().medianMillis(),
                1.3);
        fill(season, 1_001, 1_010, MANY_TASKS);
        var busy = measured(persons(season, 1_001, 1_010));
        figures.atMost(
                "the same: %,d tasks of one's own / %d".formatted(MANY_TASKS, TASKS_EACH),
                millis(busy.ours().medianMillis()),
                millis(many.ours().medianMillis()),
                busy.ours().medianMillis() / many.ours().medianMillis(),
                1.3);
        regatta.jdbc()
                .sql("delete from inbox_task where round_id = ?")
                .param(season.roundId)
                .update();
        regatta.settle();
    }

    private List<UUID> persons(Season season, int fromJuror, int toJuror) {
        return regatta.jdbc()
                .sql("""
                        select person_id from juror
                        where jury_id = ? and substring(label from 2)::integer between ? and ?""")
                .params(season.juryId, fromJuror, toJuror)
                .query(UUID.class)
                .list();
    }

    private record Pair(Times ours, Times floor) {}

    private void compare(String open, Pair pair) {
        figures.atMost(
                "inbox of a juror, page of 30 with total, %s open tasks".formatted(open),
                "%s (p95 %s)"
                        .formatted(
                                millis(pair.ours().medianMillis()),
                                millis(pair.ours().p95Millis())),
                millis(pair.floor().medianMillis()) + ", one indexed statement",
                pair.ours().medianMillis() / pair.floor().medianMillis(),
                5);
    }

    /** Ours and the floor in turns, so that whatever else the machine does meets both. */
    private Pair measured(List<UUID> persons) {
        var inbox = regatta.bean(Inbox.class);
        var ours = new long[CALLS];
        var floor = new long[CALLS];
        var start = System.nanoTime();
        for (int call = 0; call < CALLS; call++) {
            var person = persons.get(call % persons.size());
            Acting.as(person);
            ours[call] =
                    Times.of(() -> require30(inbox.open(InboxFilter.ALL, PAGE).items()));
            floor[call] = Times.of(() -> require30(plain(person)));
        }
        Acting.asNobody();
        var wall = System.nanoTime() - start;
        return new Pair(Times.of(ours, wall), Times.of(floor, wall));
    }

    private List<String> plain(UUID person) {
        return regatta.jdbc()
                .sql("""
                        select * from inbox_task where assignee = ? and state = 'OPEN'
                        order by due_at nulls last, task_id limit 30""")
                .param(person)
                .query((row, number) -> row.getString("task_id"))
                .list();
    }

    private static void require30(List<?> items) {
        if (items.size() != 30) {
            throw new IllegalStateException("a page of 30 has " + items.size());
        }
    }

    private void fill(Season season, int fromJuror, int toJuror, int each) {
        regatta.jdbc()
                .sql("""
                        insert into inbox_task (task_id, process_key, task_key, name, business_key, process_instance_id,
                            program_id, competition_id, round_id, project_id, assignee, state, due_at, created_at)
                        select assignment_id(), 'evaluateProject', 'scoreProject', 'Score project',
                               cast(:round as text) || ':' || t.n, 'none', :program, :competition, :round, assignment_id(), j.person_id,
                               'OPEN', now() + t.n * interval '1 hour', now()
                        from juror j cross join generate_series(1, :each) as t (n)
                        where j.jury_id = :jury and substring(j.label from 2)::integer between :from and :to""")
                .param("round", season.roundId)
                .param("program", season.programId)
                .param("competition", season.competitionId)
                .param("jury", season.juryId)
                .param("each", each)
                .param("from", fromJuror)
                .param("to", toJuror)
                .update();
        regatta.settle();
    }
}
