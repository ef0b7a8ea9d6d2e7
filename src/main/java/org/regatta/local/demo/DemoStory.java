package org.regatta.local.demo;

import java.util.UUID;
import org.regatta.competition.CompetitionView;
import org.regatta.competition.RoundKind;
import org.regatta.competition.RoundStatus;
import org.regatta.competition.RoundView;
import org.regatta.competition.Rounds;
import org.springframework.stereotype.Component;

/**
 * Leads a competition of the demo from its import into the middle of things. All that is known of how far it is, is in
 * the database: whoever calls {@link #goOn} again goes on where it stopped.
 */
@Component
class DemoStory {

    private final Acting acting;
    private final Arrival arrival;
    private final Organiser organiser;
    private final Agenda agenda;
    private final Jurors jurors;
    private final Incidentals incidentals;
    private final PolicySlip slips;
    private final Rounds rounds;

    DemoStory(
            Acting acting,
            Arrival arrival,
            Organiser organiser,
            Agenda agenda,
            Jurors jurors,
            Incidentals incidentals,
            PolicySlip slips,
            Rounds rounds) {
        this.acting = acting;
        this.arrival = arrival;
        this.organiser = organiser;
        this.agenda = agenda;
        this.jurors = jurors;
        this.incidentals = incidentals;
        this.slips = slips;
        this.rounds = rounds;
    }

    /** Does what can be done now; whether the story is told to its end. */
    boolean goOn(DemoFolder folder) {
        var conduct = folder.conduct();
        var scores = new Scores(conduct, folder.phrases());
        var admin = acting.person(conduct.organiser());
        return acting.as(acting.person(conduct.importer()), () -> arrival.of(folder))
                .map(competition -> acting.as(admin, () -> goOn(admin, competition, conduct, scores)))
                .orElse(false);
    }

    private boolean goOn(UUID admin, CompetitionView competition, Conduct conduct, Scores scores) {
        organiser.workOn(competition.id(), conduct);
        var told = false;
        for (var round : rounds.of(competition.id())) {
            told |= tell(admin, round, conduct, scores);
        }
        return told;
    }

    /** Does what the story has for one round; whether it is the current one, and stands where it should. */
    private boolean tell(UUID admin, RoundView round, Conduct conduct, Scores scores) {
        var current = conduct.current().equals(round.key());
        var slip = conduct.slip();
        var mended = slip == null || !slip.round().equals(round.key()) || slips.happen(round, slip);
        if (round.status() == RoundStatus.OPEN && round.kind() == RoundKind.EVALUATION) {
            return evaluate(admin, round, conduct, scores, !current) && current && mended;
        }
        // somebody who tries the demo may have closed it
        return current && round.status() != RoundStatus.PLANNED && mended;
    }

    private boolean evaluate(UUID admin, RoundView round, Conduct conduct, Scores scores, boolean everything) {
        var now = agenda.of(round, conduct, scores);
        var left = agenda.left(now, conduct, everything);
        if (!left.none()) {
            jurors.workOn(round, left, scores);
            return false;
        }
        if (!everything) {
            incidentals.happen(admin, conduct, now);
            incidentals.nameMentors(round.competitionId(), conduct);
        }
        return true;
    }
}
