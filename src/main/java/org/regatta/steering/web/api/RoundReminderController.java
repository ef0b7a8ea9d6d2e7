package org.regatta.steering.web.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.NotVisible;
import org.regatta.notification.Reminder;
import org.regatta.steering.RoundReminders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The letter a round sends by itself before its deadline. */
@RestController
@RequestMapping("/api/v1/rounds/{roundId}/reminder")
@Tag(name = "Rounds")
class RoundReminderController {

    private final RoundReminders reminders;

    RoundReminderController(RoundReminders reminders) {
        this.reminders = reminders;
    }

    /** A reminder as it is sent; without a language it is written in that of the request. */
    record ReminderBody(
            @NotNull Duration before,
            @NotNull String subject,
            @NotNull String body,
            @Nullable Locale language) {

        Reminder reminder(Locale otherwise) {
            return new Reminder(before, subject, body, language == null ? otherwise : language);
        }
    }

    @GetMapping
    @Operation(summary = "The reminder of a round; 404 where it has none")
    Reminder get(@PathVariable UUID roundId) {
        return reminders.of(roundId).orElseThrow(NotVisible::new);
    }

    @PutMapping
    @Operation(
            summary =
                    "Set what an intake writes to teams with drafts, or an evaluation to jurors who are behind, and how long before the deadline")
    Reminder set(@PathVariable UUID roundId, @Valid @RequestBody ReminderBody body, Locale language) {
        reminders.set(roundId, body.reminder(language));
        return get(roundId);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Remind nobody any more")
    void remove(@PathVariable UUID roundId) {
        reminders.remove(roundId);
    }
}
