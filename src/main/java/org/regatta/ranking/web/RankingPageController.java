package org.regatta.ranking.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.Rounds;
import org.regatta.identity.BulkReads;
import org.regatta.ranking.Distributions;
import org.regatta.ranking.RankingFilter;
import org.regatta.ranking.RankingFilter.Show;
import org.regatta.ranking.Rankings;
import org.regatta.ranking.Rankings.Order;
import org.regatta.shared.PageRequest;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The ranking of a round as a list, {@code ranking/ranking.html}, and the same list as a file. */
@Controller
class RankingPageController {

    private static final int ROWS = 50;

    private final Rankings rankings;
    private final Distributions distributions;
    private final RankingFrame frame;
    private final RankingFile file;
    private final Rounds rounds;
    private final BulkReads reads;

    RankingPageController(
            Rankings rankings,
            Distributions distributions,
            RankingFrame frame,
            RankingFile file,
            Rounds rounds,
            BulkReads reads) {
        this.rankings = rankings;
        this.distributions = distributions;
        this.frame = frame;
        this.file = file;
        this.rounds = rounds;
        this.reads = reads;
    }

    /** The parameters both addresses share. */
    record Wanted(
            @Nullable String category,
            @Nullable String country,
            @Nullable Show show,
            @Nullable String q,
            Order.@Nullable Column sort,
            @Nullable Boolean descending) {

        RankingQuery of(UUID roundId) {
            return new RankingQuery(
                    roundId,
                    new RankingFilter(category, country, show == null ? Show.ALL : show, q),
                    new Order(sort == null ? Order.Column.POSITION : sort, Boolean.TRUE.equals(descending)));
        }
    }

    @GetMapping("/rounds/{roundId}/ranking")
    String list(@PathVariable UUID roundId, Wanted wanted, @RequestParam(defaultValue = "0") int page, Model model) {
        var query = wanted.of(roundId);
        var sheet = rankings.sheet(roundId, query.filter(), query.order(), new PageRequest(page, ROWS));
        frame.fill(roundId, model);
        model.addAttribute("query", query);
        model.addAttribute("ranking", sheet.ranking());
        model.addAttribute("overview", sheet.overview());
        model.addAttribute("rows", sheet.rows());
        model.addAttribute("shows", Show.values());
        model.addAttribute("near", sheet.overview().counts().getOrDefault(Show.NEAR_CUT, 0L));
        var scale = sheet.overview().scale();
        model.addAttribute("axis", scale == null ? null : Axis.of(scale));
        model.addAttribute("results", scale == null ? List.of() : distributions.results(roundId, scale));
        return "ranking/ranking";
    }

    @GetMapping("/rounds/{roundId}/ranking.csv")
    ResponseEntity<byte[]> export(@PathVariable UUID roundId, Wanted wanted) {
        var query = wanted.of(roundId);
        var rows = rankings.all(roundId, query.filter(), query.order());
        var round = rounds.get(roundId);
        var name = "ranking-" + round.key() + ".csv";
        reads.tell("ranking.csv", roundId, round.competitionId(), rows.size());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(file.write(rows).getBytes(StandardCharsets.UTF_8));
    }
}
