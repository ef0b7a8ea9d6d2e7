package org.regatta.jury;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;

/**
 * A person to be added to a jury.
 *
 * @param label how this juror is named where names are not shown; unique in the jury
 * @param weight of this juror's scores under a weighted mean
 */
public record NewJuror(
        @NotNull UUID personId,
        @NotBlank @Size(max = 40) String label,

        @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("100000") @Digits(integer = 6, fraction = 6)
        BigDecimal weight,

        boolean chairs) {}
