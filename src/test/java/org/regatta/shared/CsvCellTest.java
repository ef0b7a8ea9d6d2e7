package org.regatta.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvCellTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "＝1"})
    void letsNothingTypedBeginAFormula(String typed) {
        assertThat(CsvCell.typed(typed)).startsWith("\"'").endsWith(typed + "\"");
    }

    @Test
    void leavesOrdinaryTextAsItIsAndDoublesQuotes() {
        assertThat(CsvCell.typed("Récif \"bleu\", 2 = 1 + 1")).isEqualTo("\"Récif \"\"bleu\"\", 2 = 1 + 1\"");
        assertThat(CsvCell.typed(" ")).isEqualTo("\" \"");
        assertThat(CsvCell.typed(null)).isEmpty();
    }
}
