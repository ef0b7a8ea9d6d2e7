package org.regatta.projectfile.web;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.Competitions;
import org.regatta.competition.RoundKind;
import org.regatta.competition.RoundStatus;
import org.regatta.competition.Rounds;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.NotVisible;
import org.regatta.projectfile.AskedFile;
import org.regatta.projectfile.FileType;
import org.regatta.projectfile.FilesAsked;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.PlainDecimal;
import org.regatta.shared.web.ProblemWords;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What an intake round asks its teams for ({@code projectfile/asked.html}), part of the set-up of a competition. */
@Controller
class FilesAskedPageController {

    private static final long MEGABYTE = 1L << 20;

    private final FilesAsked asked;
    private final Rounds rounds;
    private final Competitions competitions;
    private final Access access;
    private final ProblemWords words;

    FilesAskedPageController(
            FilesAsked asked, Rounds rounds, Competitions competitions, Access access, ProblemWords words) {
        this.asked = asked;
        this.rounds = rounds;
        this.competitions = competitions;
        this.access = access;
        this.words = words;
    }

    /** A type as the form shows it; {@code megabytes} as it was typed. */
    record Line(FileType type, boolean asked, boolean required, String megabytes) {}

    @GetMapping("/rounds/{roundId}/files-asked")
    String show(@PathVariable UUID roundId, Model model) {
        var now = asked.of(roundId);
        var lines = Arrays.stream(FileType.values())
                .map(type -> now.stream()
                        .filter(one -> one.type() == type)
                        .findFirst()
                        .map(one -> new Line(type, true, one.required(), megabytes(one.maxBytes())))
                        .orElseGet(() -> new Line(type, false, false, megabytes(asked.maxBytes()))))
                .toList();
        return page(roundId, lines, List.of(), model);
    }

    @PostMapping("/rounds/{roundId}/files-asked")
    String save(
            @PathVariable UUID roundId,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var lines = Arrays.stream(FileType.values())
                .map(type -> typed(type, fields))
                .toList();
        try {
            asked.ask(roundId, read(lines));
        } catch (InvalidInput wrong) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return page(roundId, lines, words.of(wrong).findings(), model);
        }
        flash.addFlashAttribute("done", "asked.saved");
        return "redirect:/rounds/" + roundId + "/files-asked";
    }

    private String page(UUID roundId, List<Line> lines, List<Finding> findings, Model model) {
        var round = rounds.get(roundId);
        if (round.kind() != RoundKind.INTAKE) {
            throw new NotVisible();
        }
        access.require(Action.RUN_COMPETITION, round.place());
        model.addAttribute("round", round);
        model.addAttribute("competition", competitions.get(round.competitionId()));
        model.addAttribute("lines", lines);
        model.addAttribute("findings", findings);
        model.addAttribute("largest", asked.maxBytes());
        model.addAttribute("changeable", round.status() == RoundStatus.PLANNED || round.status() == RoundStatus.OPEN);
        return "projectfile/asked";
    }

    private static Line typed(FileType type, MultiValueMap<String, String> fields) {
        return new Line(
                type,
                has(fields, "asked", type),
                has(fields, "required", type),
                Objects.requireNonNullElse(fields.getFirst("size." + type), "").strip());
    }

    private static boolean has(MultiValueMap<String, String> fields, String name, FileType type) {
        return fields.getOrDefault(name, List.of()).contains(type.name());
    }

    private List<AskedFile> read(List<Line> lines) {
        var wanted = new ArrayList<AskedFile>();
        var findings = new ArrayList<Finding>();
        for (var line : lines) {
            if (!line.asked()) {
                continue;
            }
            var bytes = bytes(line.megabytes());
            if (bytes == null || bytes < 1 || bytes > asked.maxBytes()) {
                findings.add(new Finding(
                        "size." + line.type(),
                        "The size of " + line.type() + " is no number of megabytes from 1 to "
                                + asked.maxBytes() / MEGABYTE + ".",
                        "Write it as 20."));
            } else {
                wanted.add(new AskedFile(line.type(), line.required(), bytes));
            }
        }
        if (!findings.isEmpty()) {
            throw new InvalidInput("What the round asks for is wrong; nothing was saved.", findings);
        }
        return wanted;
    }

    private static @Nullable Long bytes(String megabytes) {
        try {
            return new BigDecimal(megabytes.replace(',', '.'))
                    .multiply(BigDecimal.valueOf(MEGABYTE))
                    .longValue();
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private static String megabytes(long bytes) {
        return PlainDecimal.of(BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(MEGABYTE)))
                .toPlainString();
    }
}
