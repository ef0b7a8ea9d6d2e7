package org.regatta.benchmarks;

import static org.regatta.benchmarks.Figures.number;
import static org.regatta.benchmarks.Figures.perSecond;

/**
 * Opening a round the way its process does: admit, assign, open, then start every project's process in chunks; against
 * the bare engine starting as many of the same processes.
 */
final class OpeningBenchmark {

    private static final int CHUNK = 100;
    private static final int JURORS = 100;

    private final RunningRegatta regatta;
    private final BareEngine bare;
    private final Figures figures;

    OpeningBenchmark(RunningRegatta regatta, BareEngine bare, Figures figures) {
        this.regatta = regatta;
        this.bare = bare;
        this.figures = figures;
    }

    /** Opens a round of that many projects; measures nothing. */
    Season open(int projects) {
        var season = season(projects);
        opening(regatta, season);
        return season;
    }

    /** Measures 1,000 and 10,000 projects; returns the round of 10,000. */
    Season run() {
        open(300);
        bare.startProjects(300, CHUNK);
        var small = season(1_000);
        var smallTime = Times.of(() -> opening(regatta, small));
        var smallFloor = Times.of(() -> bare.startProjects(1_000, CHUNK));
        var big = season(10_000);
        regatta.settle();
        var bigTime = Times.of(() -> opening(regatta, big));
        var bigFloor = Times.of(() -> bare.startProjects(10_000, CHUNK));
        var least = Times.of(() -> bare.startSingleTasks(10_000, CHUNK));
        compare(1_000, smallTime, smallFloor);
        compare(10_000, bigTime, bigFloor);
        figures.withoutGoal(
                "the same, beside processes of a single task",
                perSecond(10_000 / (bigTime / 1e9)),
                perSecond(10_000 / (least / 1e9)) + ", bare engine, 100 starts per transaction",
                (double) least / bigTime);
        var slope = (double) bigTime / smallTime;
        figures.row(
                "the same: time(10,000) / time(1,000)",
                number(slope),
                number((double) bigFloor / smallFloor),
                "–",
                "≤ 11",
                slope <= 11);
        return big;
    }

    private void compare(int projects, long ours, long floor) {
        figures.atLeast(
                "open a round, %,d projects × 3 jurors".formatted(projects),
                "%s (%s s)".formatted(perSecond(projects / (ours / 1e9)), number(ours / 1e9)),
                perSecond(projects / (floor / 1e9)) + ", bare engine, 100 starts per transaction",
                (double) floor / ours,
                0.5);
    }

    private Season season(int projects) {
        return Season.of(regatta.jdbc(), projects, JURORS);
    }

    /** Opens the round of a season by its own process. */
    static void opening(RunningRegatta regatta, Season season) {
        regatta.startRound("evaluationRound", season, season.roundId);
        regatta.runJob("MoveProjectsJob.run");
        requireStarted(regatta, season);
    }

    private static void requireStarted(RunningRegatta regatta, Season season) {
        var open = regatta.jdbc()
                .sql(
                        "select count(*) from inbox_task where round_id = ? and state = 'OPEN' and task_key = 'scoreProject'")
                .param(season.roundId)
                .query(Long.class)
                .single();
        if (open != 3L * season.projectCount()) {
            throw new IllegalStateException("open tasks of " + season.projectCount() + " projects: " + open);
        }
    }
}
