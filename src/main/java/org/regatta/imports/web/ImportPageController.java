package org.regatta.imports.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.Competitions;
import org.regatta.identity.FreshSignIn;
import org.regatta.identity.RateLimited;
import org.regatta.imports.ImportFile;
import org.regatta.imports.Imports;
import org.regatta.imports.NewImport;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Bring in a bundle ({@code imports/list.html}) and watch it ({@code imports/import.html}). */
@Controller
class ImportPageController {

    private static final int ROWS = 20;
    private static final int FINDINGS = 100;

    private final Imports imports;
    private final Competitions competitions;

    ImportPageController(Imports imports, Competitions competitions) {
        this.imports = imports;
        this.competitions = competitions;
    }

    @GetMapping("/imports")
    String list(
            @RequestParam(required = false) @Nullable UUID competition,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        model.addAttribute("imports", imports.list(new PageRequest(page, ROWS)));
        model.addAttribute("competition", competition == null ? null : competitions.get(competition));
        return "imports/list";
    }

    /** A whole competition, whose staff and jurors get roles by it. */
    @FreshSignIn
    @RateLimited("upload")
    @PostMapping("/imports")
    String bring(
            @RequestParam(defaultValue = "") List<MultipartFile> files,
            @RequestParam(defaultValue = "false") boolean dryRun,
            Model model,
            HttpServletResponse response) {
        return submit(null, files, dryRun, model, response);
    }

    /** Tables for a competition that is there: nobody gets a role by them. */
    @RateLimited("upload")
    @PostMapping(path = "/imports", params = "competition")
    String add(
            @RequestParam UUID competition,
            @RequestParam(defaultValue = "") List<MultipartFile> files,
            @RequestParam(defaultValue = "false") boolean dryRun,
            Model model,
            HttpServletResponse response) {
        return submit(competition, files, dryRun, model, response);
    }

    private String submit(
            @Nullable UUID competition,
            List<MultipartFile> files,
            boolean dryRun,
            Model model,
            HttpServletResponse response) {
        var chosen = files.stream()
                .filter(file -> !file.isEmpty())
                .map(file -> new ImportFile(Objects.requireNonNullElse(file.getOriginalFilename(), ""), file))
                .toList();
        try {
            return "redirect:/imports/" + imports.submit(new NewImport(competition, dryRun, chosen));
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("findings", refused.findings());
            return list(competition, 0, model);
        }
    }

    /** htmx asks for the same page and takes the part that moves. */
    @GetMapping("/imports/{importId}")
    String show(@PathVariable UUID importId, @RequestParam(defaultValue = "0") int page, Model model) {
        model.addAttribute("run", imports.get(importId));
        model.addAttribute("found", imports.findings(importId, new PageRequest(page, FINDINGS)));
        return "imports/import";
    }

    @PostMapping("/imports/{importId}/cancel")
    String cancel(@PathVariable UUID importId, RedirectAttributes flash) {
        imports.cancel(importId);
        flash.addFlashAttribute("done", "import.cancelled");
        return "redirect:/imports/" + importId;
    }
}
