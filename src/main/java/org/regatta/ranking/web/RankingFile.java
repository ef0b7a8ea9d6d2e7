package org.regatta.ranking.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.regatta.ranking.RankingRowView;
import org.springframework.stereotype.Component;

/**
 * Writes a ranking as CSV (RFC 4180, UTF-8 with the mark spreadsheets look for). Numbers are exact, with a point. What a
 * team or an organiser typed never begins a formula: such cells start with an apostrophe (OWASP, CSV injection).
 */
@Component
class RankingFile {

    private static final String MARK = "\uFEFF";
    private static final String HEAD = "position,rank,number,title,category,country,stage_result,cumulative_result,"
            + "margin_95,near_cut,jurors_apart,proposal\r\n";
    private static final String FORMULA_STARTS = "=+-@\t\r\n＝＋－＠";

    String write(List<RankingRowView> rows) {
        return rows.stream().map(RankingFile::line).collect(Collectors.joining("", MARK + HEAD, ""));
    }

    private static String line(RankingRowView row) {
        return Stream.of(
                        String.valueOf(row.position()),
                        row.rank() == null ? "" : row.rank().toString(),
                        typed(row.number()),
                        typed(row.title()),
                        typed(row.category()),
                        typed(row.country()),
                        number(row.stageResult()),
                        number(row.cumulativeResult()),
                        number(row.margin()),
                        String.valueOf(row.nearCut()),
                        String.valueOf(row.disputed()),
                        proposal(row.advances()))
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    /** Quoted, and harmless to a spreadsheet. */
    static String typed(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            return "";
        }
        var safe = FORMULA_STARTS.indexOf(
                                        text.stripLeading().isEmpty()
                                                ? ' '
                                                : text.stripLeading().charAt(0))
                                >= 0
                        || FORMULA_STARTS.indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    private static String proposal(@Nullable Boolean advances) {
        return advances == null ? "PEOPLE" : advances ? "ADVANCES" : "STAYS";
    }
}
