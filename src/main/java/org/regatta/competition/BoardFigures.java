package org.regatta.competition;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the modules that come later count in a round: projects, evaluations, decisions. The pages of a competition and of
 * its rounds show the figures of all beans of this type; each gives only what the viewer may know.
 */
public interface BoardFigures {

    /** Figures by round; the same number of statements for one round and for many. */
    Map<UUID, List<Figure>> of(Collection<RoundView> rounds);

    /**
     * A count.
     *
     * @param label key of its message: {@code figure.projects}
     * @param whole what it is a part of; null where it stands alone
     * @param address of the page that shows what was counted; null where there is none
     */
    record Figure(
            String label,
            long count,
            @Nullable Long whole,
            @Nullable String address) {}
}
