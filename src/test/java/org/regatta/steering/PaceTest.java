package org.regatta.steering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PaceTest {

    @Test
    void knowsTheQuantilesOfTheTables() {
        // Fisher's F, upper 5 % points: 3.3258 for (5, 10), 4.3512 for (1, 20), 1.9317 for (20, 30)
        assertThat(FDistribution.quantile(5, 10, 0.95)).isCloseTo(3.3258, within(0.0002));
        assertThat(FDistribution.quantile(1, 20, 0.95)).isCloseTo(4.3512, within(0.0002));
        assertThat(FDistribution.quantile(20, 30, 0.95)).isCloseTo(1.9317, within(0.0002));
        assertThat(FDistribution.quantile(7, 7, 0.5)).isCloseTo(1, within(1e-9));
    }

    @Test
    void saysNothingOfFourOrOfAMorning() {
        assertThat(Pace.of(List.of(2L, 2L), Duration.ofDays(2)).says()).isFalse();
        assertThat(Pace.of(List.of(40L), Duration.ofHours(6)).says()).isFalse();
        assertThat(Pace.of(List.of(3L, 2L), Duration.ofDays(2)).says()).isTrue();
    }

    @Test
    void takesAsLongForAsManyAgainAndLongerForMore() {
        var pace = Pace.of(List.of(20L, 20L, 20L, 20L, 20L), Duration.ofDays(5));

        assertThat(pace.within(100, 0.5)).isBetween(Duration.ofHours(116), Duration.ofHours(124));
        assertThat(pace.within(200, 0.5)).isBetween(Duration.ofHours(234), Duration.ofHours(246));
        assertThat(pace.within(100, 0.1)).isLessThan(pace.within(100, 0.5));
        assertThat(pace.within(100, 0.9)).isGreaterThan(pace.within(100, 0.5));
    }

    @Test
    void isLessSureWhenDaysDiffer() {
        var even = Pace.of(List.of(20L, 20L, 20L, 20L, 20L), Duration.ofDays(5));
        var uneven = Pace.of(List.of(0L, 60L, 0L, 40L, 0L), Duration.ofDays(5));

        assertThat(spread(uneven)).isGreaterThan(spread(even).multipliedBy(2));
    }

    @Test
    void holdsEightTimesInTenForAPoissonProcess() {
        var chance = new Random(2026);
        var held = LongStream.range(0, 2_000)
                .filter(run -> {
                    var rate = 2 + chance.nextInt(30);
                    var perDay = LongStream.range(0, 5)
                            .map(day -> poisson(rate, chance))
                            .boxed()
                            .toList();
                    var pace =
                            new Pace(perDay.stream().mapToLong(Long::longValue).sum(), Duration.ofDays(5), 1);
                    var left = 5 + chance.nextInt(100);
                    var took = 0.0;
                    for (int event = 0; event < left; event++) {
                        took -= Math.log(1 - chance.nextDouble()) / rate;
                    }
                    var real = Duration.ofSeconds(Math.round(took * 86_400));
                    return real.compareTo(pace.within(left, 0.1)) >= 0 && real.compareTo(pace.within(left, 0.9)) <= 0;
                })
                .count();

        assertThat(held / 2_000.0).isBetween(0.77, 0.83);
    }

    private static Duration spread(Pace pace) {
        return pace.within(100, 0.9).minus(pace.within(100, 0.1));
    }

    private static long poisson(double rate, Random chance) {
        var limit = Math.exp(-rate);
        long events = -1;
        for (double product = 1; product > limit; product *= chance.nextDouble()) {
            events++;
        }
        return events;
    }
}
