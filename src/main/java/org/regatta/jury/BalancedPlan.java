package org.regatta.jury;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Shares the projects of a seat out among its jurors: each project gets as many as the seat asks for, and no sharing
 * with the same exclusions has more even loads. First the least loaded take each project in turn; then projects move
 * along chains of jurors from the most to the less loaded as long as a chain exists whose ends differ by two or more.
 */
final class BalancedPlan {

    private final List<UUID> jurors;
    private final List<PlanProject> projects;
    private final int[] load;
    private final List<BitSet> picks = new ArrayList<>();
    private final List<BitSet> free = new ArrayList<>();
    private final List<BitSet> given;
    private final BitSet settled = new BitSet();

    private BalancedPlan(PlanCandidates candidates) {
        this.jurors = candidates.jurors();
        this.projects = candidates.projects();
        this.load = candidates.load();
        this.given = jurors.stream().map(juror -> new BitSet()).toList();
    }

    /** New pairs of project and juror, by project in the given order. */
    static List<Pair> of(PlanSeat seat, PlanCandidates candidates) {
        var plan = new BalancedPlan(candidates);
        plan.pick(seat.jurorsPerProject());
        for (int juror = plan.busiest(); juror >= 0; juror = plan.busiest()) {
            plan.relieve(juror);
        }
        return plan.pairs();
    }

    private void pick(int wanted) {
        var leastLoaded = new TreeSet<>(
                Comparator.<Integer>comparingInt(juror -> load[juror]).thenComparingInt(juror -> juror));
        IntStream.range(0, jurors.size()).forEach(leastLoaded::add);
        for (int project = 0; project < projects.size(); project++) {
            var excluded = projects.get(project).excluded();
            var picked = leastLoaded.stream()
                    .filter(juror -> !excluded.get(juror))
                    .limit(Math.max(0, wanted - projects.get(project).assigned()))
                    .toList();
            var open = new BitSet(jurors.size());
            open.set(0, jurors.size());
            open.andNot(excluded);
            picks.add(new BitSet(jurors.size()));
            free.add(open);
            for (int juror : picked) {
                leastLoaded.remove(juror); // its place in the order is that of its load
                load[juror]++;
                leastLoaded.add(juror);
                give(project, juror);
            }
        }
    }

    private void give(int project, int juror) {
        picks.get(project).set(juror);
        free.get(project).clear(juror);
        given.get(juror).set(project);
    }

    private void take(int project, int juror) {
        picks.get(project).clear(juror);
        free.get(project).set(juror);
        given.get(juror).clear(project);
    }

    /** Of those who may have too much: who has most; −1 if there is nobody. */
    private int busiest() {
        int busiest = -1;
        for (int juror = settled.nextClearBit(0); juror < load.length; juror = settled.nextClearBit(juror + 1)) {
            if (busiest < 0 || load[juror] > load[busiest]) {
                busiest = juror;
            }
        }
        return busiest;
    }

    /**
     * Moves one project's worth of work from {@code juror} along the shortest chain to one with two less or fewer. Where
     * there is none, the juror and all whom its chains reach are settled. No chain leaves them, and none that comes later
     * ends at them, since it begins at a juror who has no more than this one.
     */
    private void relieve(int juror) {
        int[] from = new int[jurors.size()];
        int[] by = new int[jurors.size()];
        var reached = new BitSet(jurors.size());
        reached.set(juror);
        var queue = new ArrayDeque<Integer>();
        queue.add(juror);
        while (!queue.isEmpty() && reached.cardinality() < jurors.size()) {
            int giver = queue.remove();
            var work = given.get(giver);
            for (int project = work.nextSetBit(0); project >= 0; project = work.nextSetBit(project + 1)) {
                var takers = (BitSet) free.get(project).clone();
                takers.andNot(reached);
                for (int taker = takers.nextSetBit(0); taker >= 0; taker = takers.nextSetBit(taker + 1)) {
                    reached.set(taker);
                    from[taker] = giver;
                    by[taker] = project;
                    if (load[taker] <= load[juror] - 2) {
                        shift(juror, taker, from, by);
                        return;
                    }
                    queue.add(taker);
                }
            }
        }
        settled.or(reached);
    }

    private void shift(int first, int last, int[] from, int[] by) {
        for (int taker = last; taker != first; taker = from[taker]) {
            take(by[taker], from[taker]);
            give(by[taker], taker);
        }
        load[first]--;
        load[last]++;
    }

    private List<Pair> pairs() {
        var pairs = new ArrayList<Pair>();
        for (int project = 0; project < picks.size(); project++) {
            var id = projects.get(project).projectId();
            picks.get(project).stream().forEach(juror -> pairs.add(new Pair(id, jurors.get(juror))));
        }
        return pairs;
    }

    /** A project for a juror. */
    record Pair(UUID projectId, UUID jurorId) {}

    /** A seat that asks for some jurors per project. */
    record PlanSeat(UUID juryId, @Nullable String category, int jurorsPerProject) {}

    /**
     * What a plan starts from.
     *
     * @param jurors by label; their index stands for them below
     * @param load what each has in this round already
     */
    record PlanCandidates(List<UUID> jurors, int[] load, List<PlanProject> projects) {}

    /**
     * A project to be shared out.
     *
     * @param excluded jurors who must not get it, or have it already
     * @param assigned how many jurors of the seat have it already
     */
    record PlanProject(UUID projectId, BitSet excluded, int assigned) {}
}
