package org.regatta.competition.process;

import java.util.Map;
import org.regatta.competition.RoundCloseRequested;
import org.regatta.competition.RoundDeadlineExtended;
import org.regatta.competition.RoundLifecycle;
import org.regatta.competition.RoundNotOpen;
import org.regatta.competition.RoundRemoved;
import org.regatta.competition.RoundStatus;
import org.regatta.notification.ReminderSet;
import org.regatta.notification.Reminders;
import org.regatta.workflow.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the process of a round, whatever its kind, what an organiser wishes; its business key is the round's id. */
@Component
class RoundProcesses {

    private final Processes processes;
    private final RoundLifecycle rounds;
    private final Reminders reminders;

    RoundProcesses(Processes processes, RoundLifecycle rounds, Reminders reminders) {
        this.rounds = rounds;
        this.reminders = reminders;
        this.processes = processes;
    }

    @EventListener
    void on(RoundCloseRequested requested) {
        if (!processes.correlate("roundCloseRequested", requested.subject(), Map.of())) {
            throw RoundNotOpen.unheard(rounds.find(requested.roundId()));
        }
    }

    /** A round that runs reads its moments again. */
    @EventListener
    void on(ReminderSet set) {
        processes.correlate("roundDeadlineExtended", set.subject(), Map.of());
    }

    @EventListener
    void on(RoundRemoved removed) {
        reminders.remove(rounds.find(removed.roundId()).place(), removed.roundId());
    }

    @EventListener
    void on(RoundDeadlineExtended extended) {
        var round = rounds.find(extended.roundId());
        if (round.status() == RoundStatus.OPEN
                && !processes.correlate("roundDeadlineExtended", extended.subject(), Map.of())) {
            throw RoundNotOpen.unheard(round);
        }
    }
}
