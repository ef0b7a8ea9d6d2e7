package org.regatta.ranking.scoring;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * A sentence as data, so that every reader gets it in the own language.
 *
 * @param key of the message {@code derive.<key>}
 * @param values what fills it, in its order; numbers as plain decimals with a point
 */
public record Phrase(String key, List<String> values) {

    /** As it is stored. */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public Phrase {
        values = List.copyOf(values);
    }

    /** Rankings computed by earlier versions hold English sentences: they are told as they are. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Phrase told(String words) {
        return new Phrase("told", List.of(words));
    }

    static Phrase of(String key, Object... values) {
        return new Phrase(
                key,
                Stream.of(values)
                        .map(value -> value instanceof BigDecimal number ? number.toPlainString() : value.toString())
                        .toList());
    }
}
