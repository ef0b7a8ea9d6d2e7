package org.regatta.local.demo;

import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells the stories of the demo after the start, in the background, once per folder. */
@Component
@Profile("local")
class DemoCompetitions {

    private static final Logger LOG = LoggerFactory.getLogger(DemoCompetitions.class);
    private static final List<DemoFolder> FOLDERS = List.of(
            new DemoFolder("tidewater-prize-2026"),
            new DemoFolder("harbour-ideas-2026"),
            new DemoFolder("tidewater-prize-2027"));
    private static final long PAUSE_MILLIS = 400;
    /** Refused turns in a row after which the demo stays as far as it is until the next start. */
    private static final int PATIENCE = 20;

    private final DemoStory story;
    private final Clock clock;
    private final Path done;
    private final boolean wanted;
    private final Set<DemoFolder> told = new HashSet<>();
    private int refused;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "demo"));

    DemoCompetitions(
            DemoStory story,
            Clock clock,
            @Value("${regatta.local.folder:.regatta}") Path folder,
            @Value("${regatta.local.demo:true}") boolean wanted) {
        this.story = story;
        this.clock = clock;
        this.done = folder.resolve("demo-competitions.ready");
        this.wanted = wanted;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        if (wanted && !Files.exists(done)) {
            var since = clock.instant();
            thread.scheduleWithFixedDelay(() -> goOn(since), 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void goOn(Instant since) {
        try {
            refused++;
            for (var folder : FOLDERS) {
                if (!told.contains(folder) && story.goOn(folder)) {
                    told.add(folder);
                    LOG.info(
                            "Demo competition is ready key={} seconds={}",
                            folder.name(),
                            Duration.between(since, clock.instant()).toSeconds());
                }
            }
            refused = 0;
            if (told.size() == FOLDERS.size()) {
                Files.writeString(done, "The demo competitions are where their stories want them.\n");
                thread.shutdown();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException failed) {
            // the outermost edge: whatever it was, the next turn begins from what the database says
            LOG.warn("Demo competitions wait for the next turn refused={}", refused, failed);
            if (refused >= PATIENCE) {
                LOG.error("Demo competitions are given up until the next start");
                thread.shutdown();
            }
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
