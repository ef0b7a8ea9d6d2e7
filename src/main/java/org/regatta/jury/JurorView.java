package org.regatta.jury;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A member of a jury.
 *
 * @param label how this juror is named where names are not shown
 * @param weight of this juror's scores under a weighted mean; above 0
 * @param active gets assignments in rounds that open from now on
 */
public record JurorView(
        UUID id, UUID juryId, UUID personId, String label, BigDecimal weight, boolean chairs, boolean active) {}
