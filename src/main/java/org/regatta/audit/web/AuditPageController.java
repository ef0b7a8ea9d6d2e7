package org.regatta.audit.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.audit.AuditEntryView;
import org.regatta.audit.AuditExports;
import org.regatta.audit.AuditLog;
import org.regatta.competition.Competitions;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.NotVisible;
import org.regatta.identity.ReaderZone;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The audit log to search, to take away and to have verified: {@code audit/audit.html}. */
@Controller
class AuditPageController {

    private static final int ROWS = 50;

    private final AuditLog log;
    private final AuditLines lines;
    private final AuditFile file;
    private final AuditExports exports;
    private final Access access;
    private final ReaderZone reader;
    private final Competitions competitions;

    AuditPageController(
            AuditLog log,
            AuditLines lines,
            AuditFile file,
            AuditExports exports,
            Access access,
            ReaderZone reader,
            Competitions competitions) {
        this.log = log;
        this.lines = lines;
        this.file = file;
        this.exports = exports;
        this.access = access;
        this.reader = reader;
        this.competitions = competitions;
    }

    @GetMapping("/audit")
    ModelAndView show(AuditFilter filter, @RequestParam(required = false) @Nullable UUID before) {
        var zone = zone(filter);
        try {
            return page(
                    filter,
                    before,
                    zone,
                    log.search(filter.in(zone), before, filter.earliestFirst(), ROWS + 1),
                    List.of());
        } catch (InvalidInput wrong) {
            var page = page(filter, before, zone, List.of(), wrong.findings());
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
    }

    /** Of the one competition looked at, if the viewer knows it; the log of several has no zone of its own. */
    private ZoneId zone(AuditFilter filter) {
        var competition = filter.competition();
        if (competition == null) {
            return reader.own();
        }
        try {
            return reader.or(() -> competitions.get(competition).zone());
        } catch (NotVisible unknown) {
            return reader.own();
        }
    }

    private ModelAndView page(
            AuditFilter filter,
            @Nullable UUID before,
            ZoneId zone,
            List<AuditEntryView> found,
            List<Finding> findings) {
        var page = new ModelAndView("audit/audit");
        var more = found.size() > ROWS;
        var shown = more ? found.subList(0, ROWS) : found;
        page.addObject("filter", filter);
        page.addObject("zone", zone);
        exports.sawList("audit.page", null, filter.competition(), shown);
        page.addObject("lines", lines.of(shown, zone));
        page.addObject("older", more ? filter.behind(shown.getLast().id()) : null);
        page.addObject("newest", before == null ? null : filter.list().address().here());
        page.addObject("csv", filter.address("/audit.csv"));
        page.addObject("types", lines.types(log.types()));
        page.addObject("mayVerify", exports.mayVerify());
        page.addObject("mayFollow", !access.reach(Action.READ_HISTORY).nothing());
        page.addObject("seal", exports.seal().orElse(null));
        page.addObject("verification", exports.verification().orElse(null));
        page.addObject("findings", findings);
        return page;
    }

    @GetMapping("/audit.csv")
    void csv(AuditFilter filter, HttpServletResponse response) throws IOException {
        var wanted = filter.in(zone(filter));
        log.search(wanted, null, 1); // refuses before the first byte
        attach(response, "text/csv;charset=UTF-8", "audit.csv");
        file.write(wanted, response.getOutputStream(), rows -> exports.tookList("audit.csv", rows));
    }

    @PostMapping("/audit/verify")
    String verify(RedirectAttributes next) {
        exports.verify();
        next.addFlashAttribute("done", "audit.page.asked");
        return "redirect:/audit";
    }

    @GetMapping("/audit/bundle.zip")
    void bundle(HttpServletResponse response) throws IOException {
        exports.requireBundle();
        attach(response, "application/zip", "audit-bundle.zip");
        exports.writeBundle(response.getOutputStream());
    }

    @GetMapping("/audit/checkpoint.txt")
    void checkpoint(HttpServletResponse response) throws IOException {
        var text = exports.checkpoint().orElseThrow(NotVisible::new);
        attach(response, "text/plain;charset=UTF-8", "audit-checkpoint.txt");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void attach(HttpServletResponse response, String type, String name) {
        response.setContentType(type);
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
    }
}
