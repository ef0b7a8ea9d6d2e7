package org.regatta.benchmarks;

import static org.regatta.benchmarks.Figures.number;

import java.util.Collections;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The pages that performance.md sets goals for, on a warm server, beside the peer's figures that stand there (measured on
 * a machine of two cores as well, but not in the same run).
 */
final class PageGoals {

    private static final int WARM = 1_500;
    private static final int TIMES = 200;
    private static final int CLIENTS = 4;
    private static final int FEW = 1_000;
    private static final int MANY = 5_000;

    private static final double PEERS_INBOX = 14;
    private static final double PEERS_INBOXES_A_SECOND = 98;
    private static final double PEERS_LIST = 75;

    private final Figures figures = new Figures();
    private final PageVisitor juror;
    private final PageVisitor admin;

    private PageGoals(PageVisitor juror, PageVisitor admin) {
        this.juror = juror;
        this.admin = admin;
    }

    /**
     * The table of them.
     *
     * @param juror with a page full of tasks
     * @param admin who may see every competition
     */
    static String measured(JdbcClient jdbc, PageVisitor juror, PageVisitor admin) {
        var goals = new PageGoals(juror, admin);
        goals.inbox();
        goals.lists(
                "/competitions/" + Season.of(jdbc, FEW, 10).dressed().competitionId + "/projects",
                "/competitions/" + Season.of(jdbc, MANY, 10).dressed().competitionId + "/projects");
        return goals.figures.table();
    }

    private void inbox() {
        var one = warm(juror, "/inbox");
        figures.atMost(
                "a juror's inbox, page of 30, 1 client",
                millis(one),
                number(PEERS_INBOX) + " ms, HotCRP's review page",
                one.medianMillis() / PEERS_INBOX,
                0.5);
        var four = Times.clients(CLIENTS, Collections.nCopies(TIMES * CLIENTS, "/inbox"), path -> get(juror, path));
        figures.atLeast(
                "the same, " + CLIENTS + " clients beside the server on its cores",
                number(four.perSecond()) + "/s",
                number(PEERS_INBOXES_A_SECOND) + "/s, HotCRP",
                four.perSecond() / PEERS_INBOXES_A_SECOND,
                5);
    }

    private void lists(String few, String many) {
        var page = warm(admin, few);
        figures.atMost(
                "list of projects, page of 50 of %,d".formatted(FEW),
                millis(page),
                number(PEERS_LIST) + " ms, HotCRP's full list",
                page.medianMillis() / PEERS_LIST,
                0.25);
        var larger = warm(admin, many);
        figures.atMost(
                "the same of %,d / of %,d".formatted(MANY, FEW),
                millis(larger),
                millis(page),
                larger.medianMillis() / page.medianMillis(),
                1.3);
        for (var list : new String[] {few, many}) {
            var search = warm(admin, list + "?q=water");
            figures.row(
                    "full-text search in %,d projects".formatted(list.equals(few) ? FEW : MANY),
                    millis(search),
                    "–",
                    "–",
                    "≤ 12 ms",
                    search.medianMillis() <= 12);
        }
    }

    private static Times warm(PageVisitor visitor, String path) {
        for (int i = 0; i < WARM; i++) {
            get(visitor, path);
        }
        return Times.repeated(TIMES, () -> get(visitor, path));
    }

    private static void get(PageVisitor visitor, String path) {
        var status = visitor.get(path).status();
        if (status != 200) {
            throw new IllegalStateException(path + " answers " + status);
        }
    }

    private static String millis(Times times) {
        return "%s ms (p95 %s ms)".formatted(number(times.medianMillis()), number(times.p95Millis()));
    }
}
