package org.regatta.steering.web;

import java.time.Duration;
import java.util.UUID;
import org.regatta.competition.Competitions;
import org.regatta.competition.RoundKind;
import org.regatta.competition.RoundView;
import org.regatta.competition.Rounds;
import org.regatta.competition.Rounds.NewRound;
import org.regatta.competition.Rounds.RoundChange;
import org.regatta.evaluation.DiscrepancyRules;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what was typed about a round: a new one, a change, another place in the order, none at all. */
@Component
@Transactional
class RoundSaves {

    private final Competitions competitions;
    private final Rounds rounds;
    private final DiscrepancyRules discrepancies;

    RoundSaves(Competitions competitions, Rounds rounds, DiscrepancyRules discrepancies) {
        this.competitions = competitions;
        this.rounds = rounds;
        this.discrepancies = discrepancies;
    }

    void save(UUID competitionId, Typed typed) {
        var up = typed.id("up");
        var removed = typed.id("remove");
        if (up != null) {
            rounds.moveUp(up);
        } else if (removed != null) {
            rounds.remove(removed);
        } else {
            write(competitionId, typed);
        }
    }

    private void write(UUID competitionId, Typed typed) {
        var change = change(competitionId, typed);
        var id = typed.id("id");
        if (id == null) {
            id = rounds.add(added(competitionId, typed, change));
        } else {
            rounds.change(id, change);
        }
        var limit = typed.whole("discrepancyPercent");
        if (limit != null || rounds.get(id).kind() == RoundKind.EVALUATION) {
            discrepancies.watch(id, limit == null ? 0 : limit);
        }
    }

    private RoundChange change(UUID competitionId, Typed typed) {
        var zone = competitions.get(competitionId).zone();
        var minutes = typed.whole("grace");
        return new RoundChange(
                typed.text("name"),
                typed.time("opensAt", zone),
                typed.time("closesAt", zone),
                Duration.ofMinutes(minutes == null ? 0 : minutes),
                typed.checked("closesWhenComplete"),
                typed.checked("blind"),
                typed.id("scoringPolicyId"),
                typed.id("rubricId"),
                typed.id("decidesRoundId"));
    }

    private NewRound added(UUID competitionId, Typed typed, RoundChange change) {
        var taken = rounds.of(competitionId).stream().map(RoundView::key).toList();
        return new NewRound(
                competitionId,
                null,
                Typed.key(change.name(), taken),
                change.name(),
                typed.one(RoundKind.class, "kind"),
                change.opensAt(),
                change.closesAt(),
                change.grace(),
                change.closesWhenComplete(),
                change.blind(),
                change.scoringPolicyId(),
                change.rubricId(),
                change.decidesRoundId());
    }
}
