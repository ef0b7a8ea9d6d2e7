package org.regatta.jury;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody to be added to a jury, named by id or by address.
 *
 * @param personId null where the address is given
 * @param email made known to the site if nobody has it; null where the id is given
 * @param name for somebody who is not known yet; null: what stands before the @
 * @param label how this juror is named where names are not shown; unique in the jury
 * @param weight of this juror's scores under a weighted mean
 */
public record InvitedJuror(
        @Nullable UUID personId,
        @Nullable String email,
        @Nullable String name,
        String label,
        BigDecimal weight,
        boolean chairs) {}
