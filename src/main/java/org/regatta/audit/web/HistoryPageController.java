package org.regatta.audit.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.audit.AuditExports;
import org.regatta.audit.AuditLog;
import org.regatta.audit.web.HistoryLine.Kind;
import org.regatta.competition.Competitions;
import org.regatta.project.Projects;
import org.regatta.shared.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What happened to a project or in a competition, as a list to filter and print: {@code audit/history.html}. */
@Controller
class HistoryPageController {

    private static final int ROWS = 100;

    private final Projects projects;
    private final Competitions competitions;
    private final HistoryLines lines;
    private final AuditLines entryLines;
    private final AuditLog log;
    private final AuditExports exports;

    HistoryPageController(
            Projects projects,
            Competitions competitions,
            HistoryLines lines,
            AuditLines entryLines,
            AuditLog log,
            AuditExports exports) {
        this.projects = projects;
        this.competitions = competitions;
        this.lines = lines;
        this.entryLines = entryLines;
        this.log = log;
        this.exports = exports;
    }

    /** A filter as a link. */
    public record Pill(String key, String label, String address, long count, boolean current) {}

    @GetMapping("/projects/{projectId}/history")
    String ofProject(@PathVariable UUID projectId, @RequestParam(required = false) @Nullable Kind show, Model model) {
        var project = projects.get(projectId);
        var all = lines.of(project);
        var competition = competitions.get(project.competitionId());
        var address = "/projects/" + projectId;
        model.addAttribute("competition", competition);
        model.addAttribute("project", project);
        model.addAttribute(
                "lines",
                all.stream().filter(line -> show == null || line.kind() == show).toList());
        model.addAttribute("pills", pills(all, address + "/history", show));
        model.addAttribute("total", all.size());
        return "audit/history";
    }

    @GetMapping("/competitions/{competitionId}/history")
    String ofCompetition(@PathVariable UUID competitionId, @RequestParam(defaultValue = "0") int page, Model model) {
        var entries = log.of(competitionId, new PageRequest(page, ROWS));
        exports.sawList("audit.history", competitionId, competitionId, entries.items());
        var abouts = entryLines.abouts(entries.items());
        model.addAttribute("competition", competitions.get(competitionId));
        model.addAttribute("project", null);
        model.addAttribute(
                "lines",
                entries.items().stream()
                        .map(entry -> lines.line(entry, abouts.get(entry.id())))
                        .toList());
        model.addAttribute("pills", List.of());
        model.addAttribute("total", entries.total());
        model.addAttribute("page", entries);
        return "audit/history";
    }

    private static List<Pill> pills(List<HistoryLine> all, String address, @Nullable Kind show) {
        var pills = new ArrayList<Pill>();
        pills.add(new Pill("ALL", "history.show.ALL", address, all.size(), show == null));
        for (var kind : Kind.values()) {
            var count = all.stream().filter(line -> line.kind() == kind).count();
            pills.add(new Pill(kind.name(), "history.show." + kind, address + "?show=" + kind, count, show == kind));
        }
        return pills;
    }
}
