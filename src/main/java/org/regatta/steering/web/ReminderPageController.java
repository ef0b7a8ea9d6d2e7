package org.regatta.steering.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.regatta.competition.Competitions;
import org.regatta.competition.RoundView;
import org.regatta.competition.Rounds;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.notification.NewMailing;
import org.regatta.notification.Notifications;
import org.regatta.shared.InvalidInput;
import org.regatta.steering.JurorProgress;
import org.regatta.steering.RoundProgress;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Reminds those who are behind ({@code steering/reminder.html}): everybody or whoever is chosen, previewed, then sent.
 */
@Controller
class ReminderPageController {

    /** Letters that a preview shows; every one is checked. */
    private static final int SAMPLE = 10;

    private final Rounds rounds;
    private final Competitions competitions;
    private final RoundProgress progress;
    private final ReminderLetters letters;
    private final Notifications notifications;
    private final Access access;

    ReminderPageController(
            Rounds rounds,
            Competitions competitions,
            RoundProgress progress,
            ReminderLetters letters,
            Notifications notifications,
            Access access) {
        this.rounds = rounds;
        this.competitions = competitions;
        this.progress = progress;
        this.letters = letters;
        this.notifications = notifications;
        this.access = access;
    }

    @GetMapping("/rounds/{roundId}/reminder")
    String write(@PathVariable UUID roundId, Model model) {
        var round = mine(roundId);
        var behind = progress.showBehind(roundId);
        return fill(round, behind, Addressees.everybody(), letters.subject(), letters.body(), model);
    }

    /** Searches those behind for the list on the page; what was typed and ticked stays. */
    @PostMapping("/rounds/{roundId}/reminder/people")
    String find(@PathVariable UUID roundId, @RequestParam MultiValueMap<String, String> fields, Model model) {
        return fill(mine(roundId), progress.showBehind(roundId), new Typed(fields), model);
    }

    /** How many letters would leave, and the first of them; nothing is sent. */
    @PostMapping("/rounds/{roundId}/reminder/preview")
    String preview(
            @PathVariable UUID roundId,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            HttpServletResponse response) {
        var typed = new Typed(fields);
        var round = mine(roundId);
        var behind = progress.showBehind(roundId);
        try {
            var mailing = mailing(round, behind, typed);
            if (mailing.recipients().isEmpty()) {
                throw Typed.wrong("recipients", "There is nobody to write to.", "Choose at least one person.");
            }
            var all = notifications.preview(mailing);
            model.addAttribute("letters", all.subList(0, Math.min(SAMPLE, all.size())));
            model.addAttribute("leaving", all.size());
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("findings", refused.findings());
        }
        return fill(round, behind, typed, model);
    }

    @PostMapping("/rounds/{roundId}/reminder")
    String send(
            @PathVariable UUID roundId,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        var typed = new Typed(fields);
        var round = mine(roundId);
        var behind = progress.behind(roundId);
        try {
            notifications.send(mailing(round, behind, typed));
        } catch (InvalidInput refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            model.addAttribute("findings", refused.findings());
            return fill(round, behind, typed, model);
        }
        flash.addFlashAttribute("done", "reminder.sent");
        return "redirect:/rounds/" + roundId + "#mailings";
    }

    @PostMapping("/rounds/{roundId}/reminder/{mailingId}/discard")
    String discard(@PathVariable UUID roundId, @PathVariable UUID mailingId, RedirectAttributes flash) {
        mine(roundId);
        notifications.discard(mailingId);
        flash.addFlashAttribute("done", "reminder.discarded");
        return "redirect:/rounds/" + roundId;
    }

    private NewMailing mailing(RoundView round, List<JurorProgress> behind, Typed typed) {
        return letters.mailing(
                round,
                competitions.get(round.competitionId()),
                Addressees.of(typed).chosen(behind),
                typed.text("subject"),
                typed.text("body"));
    }

    private RoundView mine(UUID roundId) {
        var round = rounds.get(roundId);
        access.require(Action.RUN_COMPETITION, round.place());
        return round;
    }

    private String fill(RoundView round, List<JurorProgress> behind, Typed typed, Model model) {
        return fill(round, behind, Addressees.of(typed), typed.text("subject"), typed.text("body"), model);
    }

    private String fill(
            RoundView round,
            List<JurorProgress> behind,
            Addressees addressees,
            String subject,
            String body,
            Model model) {
        model.addAttribute("round", round);
        model.addAttribute("competition", competitions.get(round.competitionId()));
        model.addAttribute("behind", behind.size());
        model.addAttribute("addressees", addressees);
        model.addAttribute("shown", addressees.shown(behind));
        model.addAttribute("found", addressees.found(behind));
        model.addAttribute("subject", subject);
        model.addAttribute("body", body);
        return "steering/reminder";
    }
}
