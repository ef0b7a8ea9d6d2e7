package org.regatta.competition;

import java.util.List;
import java.util.Map;

/**
 * What the modules that come later add to the page of a round, below where it stands. The page shows the panels of all
 * beans of this type; each gives only what the viewer may see.
 */
public interface RoundPanels {

    /**
     * The panels for this round.
     *
     * @param query the parameters of the page's address, for lists to sort and page by
     */
    List<Panel> of(RoundView round, CompetitionView competition, Map<String, String> query);

    /**
     * One panel.
     *
     * @param template whose fragment {@code panel(view)} shows it
     */
    record Panel(String template, Object view) {}
}
