package org.regatta.competition;

import java.util.List;
import org.regatta.shared.Finding;

/** What a module above knows a round needs before it opens (projects, a jury); all beans of this type are asked. */
public interface RoundReadiness {

    /** What the round lacks; empty when nothing. */
    List<Finding> lacking(RoundView round);
}
