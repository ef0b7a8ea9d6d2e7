package org.regatta.jury;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.regatta.jury.BalancedPlan.Pair;
import org.regatta.jury.BalancedPlan.PlanCandidates;
import org.regatta.jury.BalancedPlan.PlanProject;
import org.regatta.jury.BalancedPlan.PlanSeat;

class BalancedPlanTest {

    @Test
    void givesEveryProjectAsManyJurorsAsAskedAndLoadsThatDifferByOneAtMost() {
        var jurors = jurors(7);
        var projects = IntStream.range(0, 100).mapToObj(at -> project()).toList();

        var pairs = BalancedPlan.of(seat(3), new PlanCandidates(jurors, new int[7], projects));

        assertThat(pairs).hasSize(300).doesNotHaveDuplicates();
        assertThat(loads(pairs, jurors)).containsOnly(42, 43);
        for (var project : projects) {
            assertThat(pairs.stream().filter(pair -> pair.projectId().equals(project.projectId())))
                    .hasSize(3);
        }
    }

    @Test
    void givesTheSamePlanForTheSameData() {
        var candidates = random(new Random(1), 5, 40);

        assertThat(BalancedPlan.of(seat(2), candidates)).isEqualTo(BalancedPlan.of(seat(2), copy(candidates)));
    }

    @Test
    void evensLoadsOutWhereTakingTurnsWouldNot() {
        var jurors = jurors(2);
        var projects = List.of(project(), project(), project(1), project(1));

        var pairs = BalancedPlan.of(seat(1), new PlanCandidates(jurors, new int[2], projects));

        assertThat(loads(pairs, jurors)).containsExactly(2, 2);
    }

    @Test
    void movesProjectsAlongChainsOfJurors() {
        var jurors = jurors(3);
        // only the first two share a project, only the last two share others: relief must pass through the second
        var projects = List.of(project(2), project(2), project(1, 2), project(1, 2), project(0), project(0));

        var pairs = BalancedPlan.of(seat(1), new PlanCandidates(jurors, new int[3], projects));

        assertThat(loads(pairs, jurors)).containsExactly(2, 2, 2);
    }

    @Test
    void countsWhatJurorsHaveAlready() {
        var jurors = jurors(3);
        var projects = IntStream.range(0, 4).mapToObj(at -> project()).toList();

        var pairs = BalancedPlan.of(seat(1), new PlanCandidates(jurors, new int[] {4, 0, 0}, projects));

        assertThat(loads(pairs, jurors)).containsExactly(0, 2, 2);
    }

    @Test
    void fillsUpOnlyWhatIsMissing() {
        var jurors = jurors(3);
        var half = new PlanProject(UUID.randomUUID(), bits(0), 1);
        var full = new PlanProject(UUID.randomUUID(), bits(1, 2), 2);

        var pairs = BalancedPlan.of(seat(2), new PlanCandidates(jurors, new int[] {1, 1, 1}, List.of(half, full)));

        assertThat(pairs).hasSize(1);
        assertThat(pairs.getFirst().projectId()).isEqualTo(half.projectId());
        assertThat(pairs.getFirst().jurorId()).isNotEqualTo(jurors.getFirst());
    }

    @Test
    void givesAllWhoAreLeftWhereTooFewAre() {
        var jurors = jurors(3);

        var pairs = BalancedPlan.of(seat(3), new PlanCandidates(jurors, new int[3], List.of(project(0, 2))));

        assertThat(pairs).extracting(Pair::jurorId).containsExactly(jurors.get(1));
    }

    @Test
    void findsNoMoreEvenPlanByTryingAll() {
        for (int seed = 0; seed < 200; seed++) {
            findsNoMoreEvenPlan(seed, random(new Random(seed), 3, 5));
            findsNoMoreEvenPlan(seed, random(new Random(seed), 5, 6));
        }
    }

    @Test
    void findsNoMoreEvenPlanByTryingAllWhereJurorsHaveWorkAlready() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            var candidates = random(random, 4, 6);
            Arrays.setAll(candidates.load(), juror -> random.nextInt(4));
            findsNoMoreEvenPlan(seed, candidates);
        }
    }

    private static void findsNoMoreEvenPlan(int seed, PlanCandidates candidates) {
        var before = candidates.load().clone();
        var best = leastUneven(candidates, 0, before.clone());

        var given = loads(BalancedPlan.of(seat(1), candidates), candidates.jurors());

        assertThat(uneven(IntStream.range(0, before.length)
                        .map(juror -> before[juror] + given.get(juror))
                        .toArray()))
                .as("seed %d", seed)
                .isEqualTo(best);
    }

    private static long leastUneven(PlanCandidates candidates, int at, int[] load) {
        if (at == candidates.projects().size()) {
            return uneven(load);
        }
        var excluded = candidates.projects().get(at).excluded();
        var best = Long.MAX_VALUE;
        for (int juror = 0; juror < load.length; juror++) {
            if (!excluded.get(juror)) {
                load[juror]++;
                best = Math.min(best, leastUneven(candidates, at + 1, load));
                load[juror]--;
            }
        }
        return best == Long.MAX_VALUE ? leastUneven(candidates, at + 1, load) : best;
    }

    private static long uneven(int[] loads) {
        return IntStream.of(loads).mapToLong(load -> (long) load * load).sum();
    }

    private static PlanCandidates random(Random random, int jurors, int projects) {
        var all = new ArrayList<PlanProject>();
        for (int project = 0; project < projects; project++) {
            var excluded = new BitSet();
            for (int juror = 0; juror < jurors; juror++) {
                if (random.nextInt(3) == 0) {
                    excluded.set(juror);
                }
            }
            all.add(new PlanProject(UUID.randomUUID(), excluded, 0));
        }
        return new PlanCandidates(jurors(jurors), new int[jurors], all);
    }

    private static PlanCandidates copy(PlanCandidates candidates) {
        return new PlanCandidates(
                candidates.jurors(), new int[candidates.jurors().size()], candidates.projects());
    }

    private static PlanSeat seat(int jurorsPerProject) {
        return new PlanSeat(UUID.randomUUID(), null, jurorsPerProject);
    }

    private static List<UUID> jurors(int count) {
        return IntStream.range(0, count).mapToObj(at -> UUID.randomUUID()).toList();
    }

    private static PlanProject project(int... excluded) {
        return new PlanProject(UUID.randomUUID(), bits(excluded), 0);
    }

    private static BitSet bits(int... set) {
        var bits = new BitSet();
        IntStream.of(set).forEach(bits::set);
        return bits;
    }

    private static List<Integer> loads(List<Pair> pairs, List<UUID> jurors) {
        var loads = new HashMap<UUID, Integer>();
        pairs.forEach(pair -> loads.merge(pair.jurorId(), 1, Integer::sum));
        return jurors.stream().map(juror -> loads.getOrDefault(juror, 0)).toList();
    }
}
