package org.regatta.identity.viewas;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Writes down the end of views whose time is over; they show nothing from that moment on, with or without it. */
@Component
class EndViewsJob {

    private static final Logger LOG = LoggerFactory.getLogger(EndViewsJob.class);

    private final ViewsAs views;

    EndViewsJob(ViewsAs views) {
        this.views = views;
    }

    @Scheduled(fixedDelay = 1, initialDelay = 1, timeUnit = TimeUnit.MINUTES)
    void end() {
        var ended = views.endOverdue();
        if (ended > 0) {
            LOG.info("Views as another person ended by time: count={}", ended);
        }
    }
}
