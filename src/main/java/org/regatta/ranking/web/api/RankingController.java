package org.regatta.ranking.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regatta.ranking.RankingFilter;
import org.regatta.ranking.RankingRowView;
import org.regatta.ranking.RankingView;
import org.regatta.ranking.Rankings;
import org.regatta.ranking.Rankings.DerivationView;
import org.regatta.ranking.Rankings.Order;
import org.regatta.ranking.Rankings.Order.Column;
import org.regatta.ranking.scoring.Ranked.JurorStatistics;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The ranking of a round and how it came about. */
@RestController
@RequestMapping("/api/v1/rounds/{roundId}")
@Tag(name = "Rankings")
class RankingController {

    private static final Map<String, Column> COLUMNS = Map.of(
            "position", Column.POSITION,
            "number", Column.NUMBER,
            "title", Column.TITLE,
            "stageResult", Column.STAGE_RESULT,
            "cumulativeResult", Column.CUMULATIVE_RESULT);

    private final Rankings rankings;

    RankingController(Rankings rankings) {
        this.rankings = rankings;
    }

    /** A page of rows, with the ranking they belong to. */
    record RankingPage(RankingView ranking, List<RankingRowView> items, int page, int size, long total) {}

    /** Every juror of the round. */
    record JurorList(List<JurorStatistics> items) {}

    @GetMapping("/ranking")
    @Operation(summary = "The ranking; sort by position, number, title, stageResult or cumulativeResult, - reverses")
    RankingPage ranking(
            @PathVariable UUID roundId,
            @RequestParam(defaultValue = "position") String sort,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        var rows = rankings.rows(roundId, RankingFilter.NONE, order(sort), new PageRequest(page, size));
        return new RankingPage(rankings.current(roundId), rows.items(), rows.number(), rows.size(), rows.total());
    }

    @GetMapping("/ranking/{projectId}")
    @Operation(summary = "How a project's rank came about: every score, correction and computation")
    DerivationView derivation(@PathVariable UUID roundId, @PathVariable UUID projectId) {
        return rankings.derivation(roundId, projectId);
    }

    @GetMapping("/juror-statistics")
    @Operation(summary = "How the jurors scored, compared with the panel")
    JurorList jurors(@PathVariable UUID roundId) {
        return new JurorList(rankings.jurors(roundId));
    }

    private static Order order(String sort) {
        var descending = sort.startsWith("-");
        var column = COLUMNS.get(descending ? sort.substring(1) : sort);
        if (column == null) {
            throw new InvalidInput(new Finding(
                    "sort",
                    "There is no such column to sort by.",
                    "Use position, number, title, stageResult or cumulativeResult, with - in front to reverse."));
        }
        return new Order(column, descending);
    }
}
