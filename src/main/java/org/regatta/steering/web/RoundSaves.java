package org.regatta.steering.web;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.Competitions;
import org.regatta.competition.Feedback;
import org.regatta.competition.RoundChange;
import org.regatta.competition.RoundKind;
import org.regatta.competition.RoundView;
import org.regatta.competition.Rounds;
import org.regatta.competition.Rounds.NewRound;
import org.regatta.evaluation.DiscrepancyRules;
import org.regatta.shared.web.Formats;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what was typed about a round: a new one, a change, another place in the order, none at all. */
@Component
@Transactional
class RoundSaves {

    private static final RoundChange NOTHING =
            new RoundChange("", null, null, Duration.ZERO, false, false, Feedback.DECISION, null, null, null);

    private final Competitions competitions;
    private final Rounds rounds;
    private final DiscrepancyRules discrepancies;
    private final Formats formats;

    RoundSaves(Competitions competitions, Rounds rounds, DiscrepancyRules discrepancies, Formats formats) {
        this.competitions = competitions;
        this.rounds = rounds;
        this.discrepancies = discrepancies;
        this.formats = formats;
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
        var zone = competitions.get(competitionId).zone();
        var id = typed.id("id");
        if (id == null) {
            id = rounds.add(added(competitionId, typed, settings(typed, zone, NOTHING)));
        } else {
            rounds.change(id, stored -> {
                typed.requireShown(stored);
                return settings(typed, zone, stored);
            });
        }
        var limit = typed.whole("discrepancyPercent");
        if (limit != null || rounds.get(id).kind() == RoundKind.EVALUATION) {
            discrepancies.watch(id, limit == null ? 0 : limit);
        }
    }

    private RoundChange settings(Typed typed, ZoneId zone, RoundChange stored) {
        return new RoundChange(
                typed.text("name"),
                time(typed, "opensAt", zone, stored.opensAt()),
                time(typed, "closesAt", zone, stored.closesAt()),
                grace(typed, stored.grace()),
                typed.checked("closesWhenComplete"),
                typed.checked("blind"),
                typed.text("feedback").isEmpty() ? stored.feedback() : typed.one(Feedback.class, "feedback"),
                typed.id("scoringPolicyId"),
                typed.id("rubricId"),
                typed.id("decidesRoundId"));
    }

    /** The form shows minutes; the seconds of a time that nobody touched stay. */
    private @Nullable Instant time(Typed typed, String field, ZoneId zone, @Nullable Instant stored) {
        return typed.text(field).equals(formats.local(stored, zone)) ? stored : typed.time(field, zone);
    }

    private static Duration grace(Typed typed, Duration stored) {
        var minutes = typed.whole("grace");
        var grace = Duration.ofMinutes(minutes == null ? 0 : minutes);
        return grace.toMinutes() == stored.toMinutes() ? stored : grace;
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
                change.feedback(),
                change.scoringPolicyId(),
                change.rubricId(),
                change.decidesRoundId());
    }
}
