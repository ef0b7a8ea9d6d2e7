package org.regatta.identity;

import java.util.List;

/**
 * People are to be written to at once; whoever delivers mails hears it in the transaction that publishes it. No entry in
 * any log: letters may carry sealed links.
 *
 * @param letters one or many
 */
public record LettersDue(List<LetterDue> letters) {

    /** Keeps its own copy. */
    public LettersDue {
        letters = List.copyOf(letters);
    }
}
