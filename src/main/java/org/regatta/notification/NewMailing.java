package org.regatta.notification;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Place;

/**
 * One letter to many.
 *
 * @param place whose organisers may send it
 * @param subjectId what it is about, for instance a round
 * @param subject the line; placeholders as in the body; 1 to 200 characters once filled
 * @param body plain text with placeholders like <code>{{name}}</code>; at most 10,000 characters once filled
 * @param reason the sentence that tells the reader why this mail came
 * @param recipients each person once
 */
public record NewMailing(
        Place place, @Nullable UUID subjectId, String subject, String body, String reason, List<Recipient> recipients) {

    /** Keeps its own copy of the recipients. */
    public NewMailing {
        recipients = List.copyOf(recipients);
    }
}
