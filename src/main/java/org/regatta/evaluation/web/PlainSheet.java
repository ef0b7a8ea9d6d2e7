package org.regatta.evaluation.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the form of an evaluation sends where no script runs.
 *
 * @param scores by criterion, as typed; what is blank is left out
 * @param version of the evaluation that was read
 * @param note the private note; null where the page had none
 * @param handsIn whether it is to be handed in, not only saved
 */
record PlainSheet(
        Map<String, String> scores,
        String comment,
        int version,
        @Nullable String note,
        int noteVersion,
        boolean handsIn) {

    /** Names of score fields begin with it, since a criterion may have any name. */
    static final String SCORE = "score.";

    static PlainSheet of(Map<String, String> form) {
        var scores = new LinkedHashMap<String, String>();
        form.forEach((name, value) -> {
            if (name.startsWith(SCORE) && !value.isBlank()) {
                scores.put(name.substring(SCORE.length()), value);
            }
        });
        return new PlainSheet(
                scores,
                lines(form.getOrDefault("comment", "")),
                number(form.get("version")),
                form.containsKey("note") ? lines(form.get("note")) : null,
                number(form.get("noteVersion")),
                "submit".equals(form.get("act")));
    }

    /** Forms send lines ended by two characters, scripts by one. */
    private static String lines(String text) {
        return text.replace("\r\n", "\n");
    }

    /** A version nobody has read is version 0: it meets what is stored as another window's would. */
    private static int number(@Nullable String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }
}
