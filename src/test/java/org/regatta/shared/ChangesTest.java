package org.regatta.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChangesTest {

    record Wind(int force, String from) {}

    record Mark(String key, BigDecimal depth) {}

    record Course(
            String name,
            @Nullable String remark,
            Wind wind,
            List<Mark> marks,
            Map<String, BigDecimal> weights,
            List<String> classes) {}

    private static final Course BEFORE = new Course(
            "Bay",
            null,
            new Wind(4, "W"),
            List.of(new Mark("north", new BigDecimal("4.0")), new Mark("south", BigDecimal.TEN)),
            Map.of("first", BigDecimal.ONE),
            List.of("Laser", "470"));

    @Test
    void findsNothingBetweenEquals() {
        assertThat(Change.between(BEFORE, BEFORE)).isEmpty();
    }

    @Test
    void takesNoOtherDigitsOfOneNumberForAChange() {
        var after = with(List.of(
                new Mark("north", new BigDecimal("4.00")), BEFORE.marks().getLast()));

        assertThat(Change.between(BEFORE, after)).isEmpty();
    }

    @Test
    void namesWhatRecordsMapsAndKeyedListsHoldBehindDots() {
        var after = new Course(
                "Bay",
                "choppy",
                new Wind(5, "W"),
                List.of(new Mark("north", new BigDecimal("4.5")), new Mark("south", BigDecimal.TEN)),
                Map.of("first", BigDecimal.ONE, "second", BigDecimal.TWO),
                List.of("470", "Laser"));

        assertThat(Change.between(BEFORE, after))
                .isEqualTo(Map.of(
                        "remark",
                        new Change(null, "choppy"),
                        "wind.force",
                        new Change(4, 5),
                        "marks.north.depth",
                        new Change(new BigDecimal("4.0"), new BigDecimal("4.5")),
                        "weights.second",
                        new Change(null, BigDecimal.TWO),
                        "classes",
                        new Change(List.of("Laser", "470"), List.of("470", "Laser"))));
    }

    @Test
    void tellsWhatCameAndWentInAKeyedListAndItsOrder() {
        var west = new Mark("west", BigDecimal.ONE);
        var north = BEFORE.marks().getFirst();
        var after = with(List.of(west, north));

        assertThat(Change.between(BEFORE, after))
                .isEqualTo(Map.of(
                        "marks.south",
                        new Change(BEFORE.marks().getLast(), null),
                        "marks.west",
                        new Change(null, west),
                        "marks",
                        new Change(List.of("north", "south"), List.of("west", "north"))));
    }

    private static Course with(List<Mark> marks) {
        return new Course(BEFORE.name(), BEFORE.remark(), BEFORE.wind(), marks, BEFORE.weights(), BEFORE.classes());
    }
}
