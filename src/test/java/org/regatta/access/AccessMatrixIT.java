package org.regatta.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/**
 * The access matrix, asked: every endpoint by everybody whose role or relation matters to it, at every stage that does, and
 * by the others in {@link Turns}, as real requests to one application. What it says is in {@code access-matrix.yaml}, next
 * to the resources of the tests.
 */
@RegattaTest
class AccessMatrixIT {

    private static final Logger LOG = LoggerFactory.getLogger(AccessMatrixIT.class);
    private static final int FEWEST_REQUESTS = 5_000;
    private static final int AT_ONCE = 2;

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private final AtomicInteger requests = new AtomicInteger();

    @Test
    void hasARowForEveryEndpointAndNoneForAnyOther() throws IOException {
        var covered = AccessMatrix.read().rows().stream()
                .map(MatrixRow::endpoint)
                .distinct()
                .sorted()
                .toList();

        assertThat(covered).containsExactlyElementsOf(Endpoints.of(context));
    }

    @Test
    void isWhatEveryCallerMeets() throws Exception {
        var matrix = AccessMatrix.read();
        var world = new World(context);
        var callers = new Callers(world, port);
        var everybody = new ArrayList<>(callers.all());
        assertThat(matrix.named()).as("who is named in the matrix").isSubsetOf(names(everybody));

        var asking = new Asking(world, port);
        var deviations = new ArrayList<String>();
        try (var valve = RollingBack.into(context);
                var workers = Executors.newFixedThreadPool(AT_ONCE)) {
            var work = matrix.rows().stream()
                    .filter(row -> row.only().isEmpty())
                    .map(row -> (Callable<List<String>>) () -> deviations(asking, row, everybody))
                    .toList();
            for (var done : workers.invokeAll(work)) {
                deviations.addAll(done.get());
            }
            deviations.addAll(letIn(asking, matrix, callers.writer()));
            for (var row : matrix.rows()) {
                for (var caller : row.only()) {
                    var fresh = caller.equals(Callers.VISITOR) ? everybody.getLast() : callers.again(caller);
                    deviations.addAll(deviations(asking, row, List.of(fresh)));
                }
            }
        }

        assertThat(deviations).isEmpty();
        assertThat(requests).hasValueGreaterThanOrEqualTo(FEWEST_REQUESTS);
        LOG.info("access matrix: rows={} requests={}", matrix.rows().size(), requests.get());
    }

    private List<String> deviations(Asking asking, MatrixRow row, List<Caller> callers) {
        var deviations = new ArrayList<String>();
        for (var caller : callers) {
            if (!Turns.asks(row, caller)) {
                continue;
            }
            for (var stage : Turns.of(row, caller, asking.possible(row, caller, Set.of(Stage.values())))) {
                var expected = row.expected(stage, caller.name());
                var answer = asking.ask(row, stage, caller);
                requests.incrementAndGet();
                if (!Asking.outcome(answer).equals(expected)) {
                    deviations.add("%s, %s, %s: %s instead of %s"
                            .formatted(row.title(), stage, caller, Asking.outcome(answer), expected));
                }
            }
        }
        return deviations;
    }

    /** Where a token that only writes gets in though a fresh sign-in is asked for there. */
    private List<String> letIn(Asking asking, AccessMatrix matrix, Caller writer) {
        var fresh = Endpoints.fresh(context);
        assertThat(fresh).hasSizeGreaterThan(10);
        return matrix.rows().stream()
                .filter(row -> fresh.contains(row.endpoint()))
                .filter(row -> !Asking.outcome(asking.ask(
                                row,
                                asking.possible(row, writer, Set.of(Stage.values()))
                                        .getFirst(),
                                writer))
                        .equals("403"))
                .map(row -> row.title() + ", " + writer)
                .toList();
    }

    private static List<String> names(List<Caller> callers) {
        var names = new ArrayList<>(callers.stream().map(Caller::name).toList());
        names.add(AccessMatrix.EVERYBODY);
        return names;
    }
}
