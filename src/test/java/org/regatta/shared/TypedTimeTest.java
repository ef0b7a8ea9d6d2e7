package org.regatta.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TypedTimeTest {

    private static final ZoneId WARSAW = ZoneId.of("Europe/Warsaw");

    @Test
    void readsWhatTheClocksShow() {
        assertThat(new TypedTime("closesAt", "2026-11-24T18:00").in(WARSAW))
                .isEqualTo(Instant.parse("2026-11-24T17:00:00Z"));
    }

    @Test
    void refusesWhatTheClocksShowNeverOrTwice() {
        assertThatThrownBy(() -> new TypedTime("closesAt", "2026-03-29T02:30").in(WARSAW))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> new TypedTime("closesAt", "2026-10-25T02:30").in(WARSAW))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("comes twice");
        assertThatThrownBy(() -> new TypedTime("closesAt", "soon").in(WARSAW)).isInstanceOf(InvalidInput.class);
    }
}
