package org.regatta.deliberation.web;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.regatta.deliberation.Decisions;
import org.regatta.deliberation.ReleasedDecision;
import org.regatta.project.ProjectPassages;
import org.regatta.shared.web.Formats;
import org.springframework.stereotype.Component;

/** Tells a project's page what was decided and released about it, and to whom may know it what that rested on. */
@Component
class ReleasedPassages implements ProjectPassages {

    /** Enough to compare by; the exact number is in the ranking. */
    private static final int DECIMALS = 2;

    private final Decisions decisions;
    private final Formats formats;

    ReleasedPassages(Decisions decisions, Formats formats) {
        this.decisions = decisions;
        this.formats = formats;
    }

    @Override
    public List<Passage> of(UUID projectId) {
        return decisions.released(projectId).stream()
                .flatMap(one -> Stream.concat(Stream.of(passage(one)), result(one)))
                .toList();
    }

    /** What the decision rested on, where the reader may know it. */
    private Stream<Passage> result(ReleasedDecision decision) {
        var result = decision.result();
        if (result == null) {
            return Stream.empty();
        }
        var said = formats.rounded(result, DECIMALS);
        var rank = decision.rank();
        return Stream.of(
                rank == null
                        ? of(decision, "passage.result", List.of(said))
                        : of(decision, "passage.rank", List.of(rank, said)));
    }

    private static Passage passage(ReleasedDecision decision) {
        var place = decision.place();
        var award = decision.award();
        if (place != null && award != null) {
            return of(decision, "passage.placeAndAward", List.of(place, award));
        }
        if (place != null) {
            return of(decision, "passage.place", List.of(place));
        }
        return award == null
                ? of(decision, "passage." + decision.outcome().name(), List.of())
                : of(decision, "passage.award", List.of(award));
    }

    private static Passage of(ReleasedDecision decision, String words, List<Object> values) {
        return new Passage(decision.roundId(), words, values, decision.releasedAt());
    }
}
