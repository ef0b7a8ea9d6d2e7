package org.regatta.competition;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regatta.shared.Finding;

/** What a module above knows a round needs before it opens (projects, a jury); all beans of this type are asked. */
public interface RoundReadiness {

    /**
     * What each of several rounds lacks, asked together; by round, without those that lack nothing.
     *
     * @param rounds of one competition
     */
    Map<UUID, List<Finding>> lacking(List<RoundView> rounds);

    /** What the round lacks; empty when nothing. */
    default List<Finding> lacking(RoundView round) {
        return lacking(List.of(round)).getOrDefault(round.id(), List.of());
    }
}
