package org.regatta.ranking.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.regatta.ranking.RankingRowView;
import org.regatta.shared.CsvCell;
import org.springframework.stereotype.Component;

/**
 * Writes a ranking as CSV (RFC 4180, UTF-8 with the mark spreadsheets look for). Numbers are exact, with a point.
 */
@Component
class RankingFile {

    private static final String HEAD = "position,rank,number,title,category,country,stage_result,cumulative_result,"
            + "margin_95,near_cut,jurors_apart,proposal\r\n";

    String write(List<RankingRowView> rows) {
        return rows.stream().map(RankingFile::line).collect(Collectors.joining("", CsvCell.MARK + HEAD, ""));
    }

    private static String line(RankingRowView row) {
        return Stream.of(
                        String.valueOf(row.position()),
                        row.rank() == null ? "" : row.rank().toString(),
                        CsvCell.typed(row.number()),
                        CsvCell.typed(row.title()),
                        CsvCell.typed(row.category()),
                        CsvCell.typed(row.country()),
                        number(row.stageResult()),
                        number(row.cumulativeResult()),
                        number(row.margin()),
                        String.valueOf(row.nearCut()),
                        String.valueOf(row.disputed()),
                        proposal(row.advances()))
                .collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String number(@Nullable BigDecimal number) {
        return number == null ? "" : number.toPlainString();
    }

    private static String proposal(@Nullable Boolean advances) {
        return advances == null ? "PEOPLE" : advances ? "ADVANCES" : "STAYS";
    }
}
