package org.regatta.deliberation.process;

import java.util.List;
import org.regatta.competition.RoundKind;
import org.regatta.competition.RoundReadiness;
import org.regatta.competition.RoundView;
import org.regatta.ranking.Calibration;
import org.regatta.ranking.RankingMissing;
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
    public List<Finding> lacking(RoundView round) {
        var decides = round.decidesRoundId();
        if (round.kind() != RoundKind.DELIBERATION || decides == null) {
            return List.of();
        }
        try {
            calibration.getObject().proposal(decides);
            return List.of();
        } catch (RankingMissing missing) {
            return List.of(new Finding(
                    "decidesRoundId",
                    "The round that is decided here has no approved ranking.",
                    "Close that round and approve its ranking first."));
        }
    }
}
