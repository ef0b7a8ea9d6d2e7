package org.regatta.ranking.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.regatta.ranking.RankingRowView;

class RankingFileTest {

    @Test
    void writesNumbersExactly() {
        var row = new RankingRowView(
                new UUID(0, 1),
                "7",
                "Seven",
                null,
                "PL",
                3,
                null,
                new BigDecimal("4.50"),
                null,
                null,
                null,
                false,
                true);

        assertThat(new RankingFile().write(List.of(row)))
                .startsWith("\uFEFFposition,rank,")
                .endsWith("3,,\"7\",\"Seven\",,\"PL\",4.50,,,false,true,PEOPLE\r\n");
    }
}
