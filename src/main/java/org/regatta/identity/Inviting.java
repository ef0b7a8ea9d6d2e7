package org.regatta.identity;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.regatta.shared.InvalidInput;

/**
 * Invites single people to something of another module, with the letters and links of all invitations. Checks no rights:
 * its callers do. Tells nobody whether an address was known.
 */
public interface Inviting {

    /**
     * Whose address this is; made known to the site if it is nobody's.
     *
     * @throws InvalidInput at {@code email} if it is no address that can be written to
     */
    UUID person(String email);

    /**
     * Writes to somebody: with a link that opens their account once if nobody has taken it over, else without one. Whoever may
     * not sign in gets nothing.
     *
     * @param newcomer names the words with a link, as in {@link LetterDue#text}
     * @param known names the words without
     * @param values what the words' own placeholders stand for
     */
    void write(UUID personId, String newcomer, String known, Map<String, String> values);

    /** Ends the link to an account that nobody has taken over and that the viewer was the first to invite. */
    void takeBack(UUID personId);

    /** How long an invitation can be answered. */
    Duration life();
}
