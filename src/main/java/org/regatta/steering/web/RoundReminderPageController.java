package org.regatta.steering.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.regatta.competition.Competitions;
import org.regatta.competition.Rounds;
import org.regatta.notification.Reminder;
import org.regatta.shared.InvalidInput;
import org.regatta.steering.RoundReminders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The letter a round sends by itself ({@code steering/round-reminder.html}): written, previewed, kept or taken away. */
@Controller
class RoundReminderPageController {

    private final RoundReminders reminders;
    private final Rounds rounds;
    private final Competitions competitions;

    RoundReminderPageController(RoundReminders reminders, Rounds rounds, Competitions competitions) {
        this.reminders = reminders;
        this.rounds = rounds;
        this.competitions = competitions;
    }

    @GetMapping("/rounds/{roundId}/round-reminder")
    String write(@PathVariable UUID roundId, Model model, Locale language) {
        var kept = reminders.of(roundId);
        return fill(roundId, kept.orElseGet(() -> reminders.proposed(roundId, language)), kept.isPresent(), model);
    }

    /** The letter as a reader would get it; nothing is kept. */
    @PostMapping("/rounds/{roundId}/round-reminder/preview")
    String preview(
            @PathVariable UUID roundId,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            HttpServletResponse response,
            Locale language) {
        var kept = reminders.of(roundId).isPresent();
        try {
            model.addAttribute("letters", reminders.preview(roundId, typed(fields, language)));
        } catch (InvalidInput refused) {
            refuse(refused, model, response);
        }
        return fill(roundId, shown(fields, language), kept, model);
    }

    @PostMapping("/rounds/{roundId}/round-reminder")
    String keep(
            @PathVariable UUID roundId,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            HttpServletResponse response,
            Locale language,
            RedirectAttributes flash) {
        try {
            reminders.set(roundId, typed(fields, language));
        } catch (InvalidInput refused) {
            refuse(refused, model, response);
            return fill(roundId, shown(fields, language), reminders.of(roundId).isPresent(), model);
        }
        flash.addFlashAttribute("done", "roundReminder.kept");
        return "redirect:/rounds/" + roundId;
    }

    @PostMapping("/rounds/{roundId}/round-reminder/remove")
    String remove(@PathVariable UUID roundId, RedirectAttributes flash) {
        reminders.remove(roundId);
        flash.addFlashAttribute("done", "roundReminder.removed");
        return "redirect:/rounds/" + roundId;
    }

    private static Reminder typed(MultiValueMap<String, String> fields, Locale language) {
        var typed = new Typed(fields);
        var hours = typed.whole("hours");
        return new Reminder(
                Duration.ofHours(hours == null ? 0 : hours), typed.text("subject"), typed.text("body"), language);
    }

    /** What was typed, shown again even where it is no number of hours. */
    private static Reminder shown(MultiValueMap<String, String> fields, Locale language) {
        try {
            return typed(fields, language);
        } catch (InvalidInput noNumber) {
            var typed = new Typed(fields);
            return new Reminder(Duration.ZERO, typed.text("subject"), typed.text("body"), language);
        }
    }

    private static void refuse(InvalidInput refused, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        model.addAttribute("findings", refused.findings());
    }

    private String fill(UUID roundId, Reminder reminder, boolean kept, Model model) {
        var round = rounds.get(roundId);
        model.addAttribute("round", round);
        model.addAttribute("competition", competitions.get(round.competitionId()));
        model.addAttribute("reminder", reminder);
        model.addAttribute("kept", kept);
        return "steering/round-reminder";
    }
}
