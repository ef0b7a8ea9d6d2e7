package org.regatta.deliberation;

import java.util.List;
import org.regatta.shared.Finding;

/**
 * What one decision would become.
 *
 * @param findings why it cannot; empty if it can
 */
public record DecisionChange(DecisionView before, NewDecision after, List<Finding> findings) {}
