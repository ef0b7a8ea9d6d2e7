package org.regatta.project.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.regatta.project.DraftReminders;
import org.springframework.stereotype.Component;

/** Service task {@code remindTeams}. */
@Component
class RemindTeamsDelegate implements JavaDelegate {

    private final DraftReminders reminders;

    RemindTeamsDelegate(DraftReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reminders.remind(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
