package org.regatta.deliberation.process;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.regatta.competition.RoundKind;
import org.regatta.competition.RoundReadiness;
import org.regatta.competition.RoundView;
import org.regatta.ranking.Calibration;
import org.regatta.shared.Finding;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A deliberation needs the approved ranking it decides on. */
@Component
class DeliberationReadiness implements RoundReadiness {

    /** Asked for late: rankings need rounds, which ask here. */
    private final ObjectProvider<Calibration> calibration;

    DeliberationReadiness(ObjectProvider<Calibration> calibration) {
        this.calibration = calibration;
    }

    @Override
    public Map<UUID, List<Finding>> lacking(List<RoundView> rounds) {
        var deciding = rounds.stream()
                .filter(round -> round.kind() == RoundKind.DELIBERATION && round.decidesRoundId() != null)
                .collect(Collectors.toMap(RoundView::id, round -> Objects.requireNonNull(round.decidesRoundId())));
        if (deciding.isEmpty()) {
            return Map.of();
        }
        var approved = calibration.getObject().approved(deciding.values());
        var missing = List.of(new Finding(
                "decidesRoundId",
                "The round that is decided here has no approved ranking.",
                "Close that round and approve its ranking first."));
        return deciding.entrySet().stream()
                .filter(one -> !approved.contains(one.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, one -> missing));
    }
}
