package org.regatta.deliberation.process;

import java.util.Map;
import org.regatta.deliberation.DecisionsClosed;
import org.regatta.deliberation.ReleaseCancelled;
import org.regatta.workflow.Processes;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the process of a deliberation round what people wish; its business key is the round's id. */
@Component
class DeliberationProcess {

    private final Processes processes;

    DeliberationProcess(Processes processes) {
        this.processes = processes;
    }

    /** The moment of a release may come while somebody cancels it: then no process waits for it any more. */
    @EventListener
    void on(ReleaseCancelled cancelled) {
        if (!processes.correlate("releaseCancelled", cancelled.subject(), Map.of())) {
            throw DecisionsClosed.noRelease();
        }
    }
}
