package org.regatta.competition.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.Competitions;
import org.regatta.competition.Rounds;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.Role;
import org.regatta.shared.PageRequest;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The competitions ({@code competition/list.html}) and the board of one ({@code competition/board.html}). */
@Controller
class CompetitionPageController {

    private static final int ROWS = 50;
    private static final MediaType BPMN = MediaType.APPLICATION_XML;

    private final Competitions competitions;
    private final Rounds rounds;
    private final Boards boards;
    private final Courses courses;
    private final LiveFinals finals;
    private final Access access;

    CompetitionPageController(
            Competitions competitions,
            Rounds rounds,
            Boards boards,
            Courses courses,
            LiveFinals finals,
            Access access) {
        this.competitions = competitions;
        this.rounds = rounds;
        this.boards = boards;
        this.courses = courses;
        this.finals = finals;
        this.access = access;
    }

    @GetMapping("/competitions")
    String list(@RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("mayCreate", mayCreate());
        var votes = onlyVotes();
        model.addAttribute("votes", votes);
        if (votes) {
            model.addAttribute("finals", finals.ahead());
        }
        model.addAttribute("competitions", competitions.list(new PageRequest(page, ROWS)));
        return "competition/list";
    }

    /** The board; {@code round} and {@code process} choose what is on the diagram. */
    @GetMapping("/competitions/{competitionId}")
    String show(
            @PathVariable UUID competitionId,
            @RequestParam(required = false) @Nullable UUID round,
            @RequestParam(required = false) @Nullable String process,
            Model model) {
        fill(boards.of(competitionId, round, process), round, process, model);
        return "competition/board";
    }

    /** The parts of the board that change; nothing (204) if nothing has since {@code seen}. */
    @GetMapping("/competitions/{competitionId}/live")
    @Nullable
    String live(
            @PathVariable UUID competitionId,
            @RequestParam(required = false) @Nullable UUID round,
            @RequestParam(required = false) @Nullable String process,
            @RequestParam(defaultValue = "") String seen,
            Model model,
            HttpServletResponse response) {
        var board = boards.of(competitionId, round, process);
        response.setHeader("Cache-Control", "no-store");
        if (board.state().equals(seen)) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        fill(board, round, process, model);
        return "competition/board :: live";
    }

    /** The BPMN document of the version on the board. */
    @GetMapping("/competitions/{competitionId}/diagram")
    ResponseEntity<byte[]> diagram(
            @PathVariable UUID competitionId,
            @RequestParam(required = false) @Nullable UUID round,
            @RequestParam(required = false) @Nullable String process) {
        var competition = competitions.get(competitionId);
        var document = courses.document(competition, rounds.of(competitionId), round, process);
        return ResponseEntity.ok()
                .contentType(BPMN)
                .cacheControl(CacheControl.maxAge(Duration.ZERO).cachePrivate().mustRevalidate())
                .body(document);
    }

    @PostMapping("/competitions/{competitionId}/start")
    String start(@PathVariable UUID competitionId, RedirectAttributes flash) {
        competitions.start(competitionId);
        flash.addFlashAttribute("done", "competition.started");
        return "redirect:/competitions/" + competitionId;
    }

    /** Whether there is a program in which the viewer may create one. */
    private boolean mayCreate() {
        var reach = access.reach(Action.RUN_COMPETITION);
        return reach.everything() || !reach.programIds().isEmpty();
    }

    /** Whoever does nothing else here but vote is told how that will be. */
    private boolean onlyVotes() {
        var grants = access.viewer().grants();
        return !grants.isEmpty() && grants.stream().allMatch(grant -> grant.role() == Role.AUDIENCE);
    }

    private static void fill(Board board, @Nullable UUID round, @Nullable String process, Model model) {
        model.addAttribute("board", board);
        model.addAttribute("onRound", round);
        model.addAttribute("onProcess", process);
    }
}
