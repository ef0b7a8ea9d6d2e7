package org.regatta.steering.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.Competitions;
import org.regatta.competition.Competitions.NewCompetition;
import org.regatta.competition.ProgramView;
import org.regatta.competition.Programs;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.Place;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.PageRequest;
import org.regatta.steering.Editions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A new competition, from nothing or from an earlier one ({@code steering/new.html}); both begin as a draft. */
@Controller
class NewCompetitionPageController {

    private static final String PAGE = "/competitions/new";

    private final Competitions competitions;
    private final Programs programs;
    private final Editions editions;
    private final Access access;

    NewCompetitionPageController(Competitions competitions, Programs programs, Editions editions, Access access) {
        this.competitions = competitions;
        this.programs = programs;
        this.editions = editions;
        this.access = access;
    }

    @GetMapping(PAGE)
    String show(@RequestParam(required = false) @Nullable UUID from, Model model) {
        var mine = mine();
        if (mine.isEmpty()) {
            throw new ActionForbidden(Action.RUN_COMPETITION);
        }
        model.addAttribute("programs", mine);
        model.addAttribute(
                "sources",
                competitions.list(new PageRequest(0, PageRequest.MAX_SIZE)).items().stream()
                        .filter(one -> access.may(Action.RUN_COMPETITION, one.place()))
                        .toList());
        model.addAttribute("from", from);
        return "steering/new";
    }

    @PostMapping(PAGE)
    String create(@RequestParam MultiValueMap<String, String> fields, Model model, HttpServletResponse response) {
        var typed = new Typed(fields);
        try {
            return "redirect:/competitions/" + made(typed) + "/setup/check";
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("findings", refused.findings());
            model.addAttribute("typed", fields);
            return show(null, model);
        }
    }

    private UUID made(Typed typed) {
        var source = typed.id("from");
        var programId = source == null
                ? typed.id("programId")
                : competitions.get(source).programId();
        if (programId == null) {
            throw Typed.wrong("programId", "No program is chosen.", "Choose one of the list.");
        }
        var key = Typed.key(typed.text("name"), taken(programId));
        if (source != null) {
            var days = typed.whole("days");
            return editions.copy(source, key, typed.text("name"), days == null ? 0 : days);
        }
        return competitions.create(new NewCompetition(
                programId, key, typed.text("name"), typed.text("description"), typed.zone("zone"), false));
    }

    private List<String> taken(UUID programId) {
        return competitions.list(new PageRequest(0, PageRequest.MAX_SIZE)).items().stream()
                .filter(one -> one.programId().equals(programId))
                .map(one -> one.key())
                .toList();
    }

    private List<ProgramView> mine() {
        return programs.list().stream()
                .filter(program -> access.may(Action.RUN_COMPETITION, Place.ofProgram(program.id())))
                .toList();
    }
}
