package org.regatta.rubric;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A juror's answer to one criterion; the member that fits the criterion's kind is set. Drafts keep a number that is
 * none yet ("1o") as text.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ScoreValue(
        @Nullable BigDecimal number,
        @Nullable String choice,
        @Nullable Boolean yes,
        @Nullable String text) {

    private static final int INTEGER_DIGITS = 30;

    /** Takes trailing zeros from the number, so that equal answers are equal. */
    public ScoreValue {
        if (number != null) {
            var stripped = number.stripTrailingZeros();
            // a reasonable number has no exponent; an absurd one stays small in memory
            number =
                    stripped.scale() < 0 && -(long) stripped.scale() < INTEGER_DIGITS ? stripped.setScale(0) : stripped;
        }
    }

    /** A number. */
    public static ScoreValue of(BigDecimal number) {
        return new ScoreValue(number, null, null, null);
    }

    /** A number written exactly, for instance {@code "14.5"}. */
    public static ScoreValue of(String number) {
        return of(new BigDecimal(number));
    }

    /** The value of a chosen option. */
    public static ScoreValue chosen(String choice) {
        return new ScoreValue(null, choice, null, null);
    }

    /** Yes or no. */
    public static ScoreValue of(boolean yes) {
        return new ScoreValue(null, null, yes, null);
    }

    /** Words. */
    public static ScoreValue written(String text) {
        return new ScoreValue(null, null, null, text);
    }

    /** The answer as forms hold it: a number, the value of an option, {@code yes} or {@code no}, a text; null if blank. */
    public @Nullable Object plain() {
        if (number != null) {
            return number;
        }
        if (yes != null) {
            return yes ? "yes" : "no";
        }
        return choice != null ? choice : text;
    }

    /** Whether nothing is answered. */
    public boolean blank() {
        return number == null
                && yes == null
                && (choice == null || choice.isBlank())
                && (text == null || text.isBlank());
    }
}
