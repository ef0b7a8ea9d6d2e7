package unruly;

import java.time.Instant;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.beans.factory.annotation.Autowired;

class ThingManager {

    @Autowired
    RuntimeService engine;

    Instant act() throws InterruptedException {
        System.out.println("acting");
        Thread.sleep(1);
        engine.createProcessInstanceQuery();
        return Instant.now();
    }
}
