package org.regatta.local.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.regatta.competition.CompetitionStatus;
import org.regatta.competition.CompetitionView;
import org.regatta.competition.Competitions;
import org.regatta.imports.ImportState;
import org.regatta.imports.Imports;
import org.regatta.imports.NewImport;
import org.regatta.shared.PageRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Brings a competition of the demo in as a bundle, as its organiser would, and starts it. */
@Component
class Arrival {

    private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);
    private static final PageRequest ALL = new PageRequest(0, PageRequest.MAX_SIZE);
    /** The zone of all competitions of the demo: their dates are counted from the day it is there. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final Imports imports;
    private final Competitions competitions;
    private final Clock clock;
    private final Map<String, UUID> submitted = new ConcurrentHashMap<>();

    Arrival(Imports imports, Competitions competitions, Clock clock) {
        this.imports = imports;
        this.competitions = competitions;
        this.clock = clock;
    }

    /**
     * The running competition; empty while it is on its way.
     *
     * @throws IllegalStateException if it was refused or cancelled since the start
     */
    Optional<CompetitionView> of(DemoFolder folder) {
        var here = competitions.list(ALL).items().stream()
                .filter(competition -> competition.key().equals(folder.name()))
                .findFirst();
        if (here.isEmpty()) {
            bring(folder);
        } else if (here.get().status() == CompetitionStatus.DRAFT) {
            competitions.start(here.get().id());
        }
        return here;
    }

    private void bring(DemoFolder folder) {
        var mine = submitted.get(folder.name());
        if (mine != null) {
            goesWell(folder, mine);
            return;
        }
        // an import that a kill left behind is taken up again by itself
        if (imports.list(ALL).items().stream().allMatch(one -> one.state().ended())) {
            var bundle = folder.bundle(LocalDate.now(clock.withZone(ZONE)));
            submitted.put(folder.name(), imports.submit(new NewImport(null, false, bundle)));
            LOG.info("Demo competition is being imported key={}", folder.name());
        }
    }

    /** One that is applied by now ended after the competitions were listed: the next look finds its competition. */
    private void goesWell(DemoFolder folder, UUID mine) {
        var state = imports.get(mine).state();
        if (state.ended() && state != ImportState.APPLIED) {
            throw new IllegalStateException("The demo competition " + folder.name() + " was not imported: " + state
                    + " " + imports.findings(mine, ALL).items());
        }
    }
}
