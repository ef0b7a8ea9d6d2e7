package org.regatta.jury;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
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

    private BalancedPlan(PlanCandidates candidates) {
        this.jurors = candidates.jurors();
        this.projects = candidates.projects();
        this.load = candidates.load();
    }

    /** New pairs of project and juror, by project in the given order. */
    static List<Pair> of(PlanSeat seat, PlanCandidates candidates) {
        var plan = new BalancedPlan(candidates);
        plan.pick(seat.jurorsPerProject());
        for (int juror : plan.mostLoadedFirst()) {
            boolean relieved;
            do {
                relieved = plan.relieve(juror);
            } while (relieved);
        }
        return plan.pairs();
    }

    private void pick(int wanted) {
        for (var project : projects) {
            var open = new BitSet(jurors.size());
            open.set(0, jurors.size());
            open.andNot(project.excluded());
            var picked = new BitSet(jurors.size());
            open.stream()
                    .boxed()
                    .sorted(Comparator.<Integer>comparingInt(juror -> load[juror])
                            .thenComparingInt(juror -> juror))
                    .limit(Math.max(0, wanted - project.assigned()))
                    .forEach(picked::set);
            picked.stream().forEach(juror -> load[juror]++);
            open.andNot(picked);
            picks.add(picked);
            free.add(open);
        }
    }

    private int[] mostLoadedFirst() {
        return IntStream.range(0, jurors.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(juror -> -load[juror]).thenComparingInt(juror -> juror))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Moves one project's worth of work from {@code juror} along the shortest chain to one with two less or fewer. */
    private boolean relieve(int juror) {
        int[] from = new int[jurors.size()];
        int[] by = new int[jurors.size()];
        Arrays.fill(from, -1);
        var reached = new BitSet(jurors.size());
        reached.set(juror);
        var queue = new ArrayDeque<Integer>();
        queue.add(juror);
        while (!queue.isEmpty()) {
            int giver = queue.remove();
            for (int project = 0; project < picks.size(); project++) {
                if (!picks.get(project).get(giver)) {
                    continue;
                }
                var takers = (BitSet) free.get(project).clone();
                takers.andNot(reached);
                for (int taker = takers.nextSetBit(0); taker >= 0; taker = takers.nextSetBit(taker + 1)) {
                    reached.set(taker);
                    from[taker] = giver;
                    by[taker] = project;
                    if (load[taker] <= load[juror] - 2) {
                        shift(juror, taker, from, by);
                        return true;
                    }
                    queue.add(taker);
                }
            }
        }
        return false;
    }

    private void shift(int first, int last, int[] from, int[] by) {
        for (int taker = last; taker != first; taker = from[taker]) {
            var project = by[taker];
            picks.get(project).set(taker);
            picks.get(project).clear(from[taker]);
            free.get(project).clear(taker);
            free.get(project).set(from[taker]);
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
