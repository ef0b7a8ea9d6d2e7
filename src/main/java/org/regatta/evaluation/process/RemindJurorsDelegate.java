package org.regatta.evaluation.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.regatta.evaluation.JurorReminders;
import org.springframework.stereotype.Component;

/** Service task {@code remindJurors}. */
@Component
class RemindJurorsDelegate implements JavaDelegate {

    private final JurorReminders reminders;

    RemindJurorsDelegate(JurorReminders reminders) {
        this.reminders = reminders;
    }

    @Override
    public void execute(DelegateExecution execution) {
        reminders.remind(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
