package org.regatta.identity.start;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes the link that makes the first administrator into the log, at every start as long as nobody has an account. */
@Component
class FirstStart {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final FirstAdmin first;

    FirstStart(FirstAdmin first) {
        this.first = first;
    }

    @EventListener(ApplicationReadyEvent.class)
    void say() {
        first.link()
                .ifPresent(link -> LOG.warn(
                        "Nobody has an account yet. This link makes the first administrator, once and within a day: {}",
                        link));
    }
}
