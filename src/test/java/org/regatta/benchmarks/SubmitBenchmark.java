package org.regatta.benchmarks;

import static org.regatta.benchmarks.Figures.millis;
import static org.regatta.benchmarks.Figures.number;
import static org.regatta.benchmarks.Figures.perSecond;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.regatta.identity.Acting;
import org.regatta.workflow.Tasks;

/**
 * Jurors completing their tasks: form, evaluation, audit, inbox and engine in one transaction; against the bare engine
 * starting a process with one task, asking for it and completing it.
 */
final class SubmitBenchmark {

    private static final Map<String, Object> ANSWERS = Map.of(
            "idea", new BigDecimal(14), "plan", new BigDecimal(21), "team", new BigDecimal(9), "comment", "Well done.");
    private static final int ALTERNATING = 90;

    /** Milliseconds, of performance.md; the bare engine of the same run says what they are worth here. */
    private static final double PEERS_SUBMIT = 27;

    private final RunningRegatta regatta;
    private final BareEngine bare;
    private final Figures figures;

    SubmitBenchmark(RunningRegatta regatta, BareEngine bare, Figures figures) {
        this.regatta = regatta;
        this.bare = bare;
        this.figures = figures;
    }

    private record Waiting(String taskId, UUID assignee) {}

    /** With 1, 4 and 16 clients in the round of 10,000. */
    void run(Season big) {
        Times.clients(4, waiting(big, 300), this::complete);
        Times.clients(4, waiting(big, 300), one -> bare.startQueryComplete());
        for (var clients : List.of(1, 4, 16)) {
            var pieces = waiting(big, clients == 1 ? 300 : 900);
            var floor = Times.clients(clients, pieces, one -> bare.startQueryComplete());
            var ours = Times.clients(clients, pieces, this::complete);
            figures.atLeast(
                    "submit evaluations, %d client%s".formatted(clients, clients == 1 ? "" : "s"),
                    described(ours),
                    described(floor) + ", bare engine, start → query → complete",
                    ours.perSecond() / floor.perSecond(),
                    0.5);
            if (clients == 1) {
                figures.atMost(
                        "the same, beside a peer",
                        millis(ours.medianMillis()),
                        millis(PEERS_SUBMIT) + ", HotCRP on the machine of the goals",
                        ours.medianMillis() / PEERS_SUBMIT,
                        0.7);
            }
            var spread = ours.p95Millis() / ours.medianMillis();
            figures.row(
                    "the same: p95 / median",
                    number(spread),
                    number(floor.p95Millis() / floor.medianMillis()),
                    "–",
                    "≤ 2",
                    spread <= 2);
        }
    }

    /** One task in a round of 10,000 and one in a round of 100, in turns. */
    void compareSizes(Season big, Season small) {
        regatta.settle();
        var inBig = waiting(big, ALTERNATING);
        var inSmall = waiting(small, ALTERNATING);
        var bigTimes = new long[ALTERNATING];
        var smallTimes = new long[ALTERNATING];
        for (int turn = 0; turn < ALTERNATING; turn++) {
            var now = turn;
            bigTimes[turn] = Times.of(() -> complete(inBig.get(now)));
            smallTimes[turn] = Times.of(() -> complete(inSmall.get(now)));
        }
        var ours = Times.of(bigTimes, 1);
        var floor = Times.of(smallTimes, 1);
        figures.atMost(
                "complete one task in a round of 10,000 projects",
                millis(ours.medianMillis()),
                millis(floor.medianMillis()) + ", in a round of 100",
                ours.medianMillis() / floor.medianMillis(),
                1.3);
    }

    /** One client, one task after the other; the first half is not counted. */
    Times alone(Season season) {
        var pieces = waiting(season, ALTERNATING);
        Times.clients(1, pieces.subList(0, ALTERNATING / 2), this::complete);
        return Times.clients(1, pieces.subList(ALTERNATING / 2, ALTERNATING), this::complete);
    }

    private static String described(Times times) {
        return "%s (median %s, p95 %s)"
                .formatted(perSecond(times.perSecond()), millis(times.medianMillis()), millis(times.p95Millis()));
    }

    private void complete(Waiting task) {
        Acting.as(task.assignee());
        regatta.bean(Tasks.class).complete(task.taskId(), ANSWERS);
        Acting.asNobody();
    }

    /** One open task each of that many projects, in no order that the database knows. */
    private List<Waiting> waiting(Season season, int howMany) {
        var found = regatta.jdbc()
                .sql("""
                        select distinct on (project_id) task_id, assignee from inbox_task
                        where round_id = ? and state = 'OPEN' and task_key = 'scoreProject'
                        order by project_id, task_id""")
                .param(season.roundId)
                .query(Waiting.class)
                .list();
        Collections.shuffle(found, new Random(26));
        return found.subList(0, howMany);
    }
}
