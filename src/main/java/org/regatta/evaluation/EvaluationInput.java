package org.regatta.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;

/** What people may type besides scores. */
final class EvaluationInput {

    private static final int LONGEST_TEXT = 10_000;
    private static final int LONGEST_NOTE = 50_000;

    private EvaluationInput() {}

    /** Goes on only with scores without findings and a comment that can be stored. */
    static void require(List<Finding> scoreFindings, String comment) {
        var findings = new ArrayList<>(scoreFindings);
        findings.addAll(text("comment", comment));
        if (!findings.isEmpty()) {
            throw new InvalidInput("Some answers cannot be taken like this.", findings);
        }
    }

    /** Goes on only with a reason. */
    static void requireReason(String reason) {
        var findings = reason.isBlank()
                ? List.of(new Finding("reason", "There is no reason.", "Say why; the people concerned will read it."))
                : text("reason", reason);
        if (!findings.isEmpty()) {
            throw new InvalidInput("The reason cannot be taken like this.", findings);
        }
    }

    /** Goes on only with a note that can be stored; two that met may be longer than one comment. */
    static void requireNote(String text) {
        if (text.length() > LONGEST_NOTE || text.indexOf('\0') >= 0) {
            throw new InvalidInput(new Finding(
                    "note",
                    "The note is too long or contains a character with code 0.",
                    "Use at most " + LONGEST_NOTE + " characters."));
        }
    }

    private static List<Finding> text(String place, String text) {
        return text.length() > LONGEST_TEXT || text.indexOf('\0') >= 0
                ? List.of(new Finding(
                        place,
                        "The text is too long or contains a character with code 0.",
                        "Use at most " + LONGEST_TEXT + " characters."))
                : List.of();
    }
}
