package org.regatta.notification;

import java.time.Clock;
import java.util.Date;
import org.jspecify.annotations.Nullable;
import org.regatta.notification.Outbox.Claimed;
import org.regatta.notification.choice.MailChoices;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What stands below a mail: when it left, and where its reader can end such mails. */
@Component
class MailFoot {

    private final MailChoices choices;
    private final String baseUrl;
    private final Clock clock;

    MailFoot(MailChoices choices, @Value("${regatta.base-url}") String baseUrl, Clock clock) {
        this.choices = choices;
        this.baseUrl = baseUrl.replaceAll("/+$", "");
        this.clock = clock;
    }

    /** The address that ends mails like this; null for what always comes. */
    @Nullable
    String unsubscribe(Claimed letter) {
        return letter.dispensable() ? baseUrl + "/unsubscribe?token=" + choices.secretFor(letter.id()) : null;
    }

    Date now() {
        return Date.from(clock.instant());
    }
}
