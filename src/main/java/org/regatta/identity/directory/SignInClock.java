package org.regatta.identity.directory;

import java.time.ZoneOffset;
import org.regatta.identity.session.SignedIn;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers when a person signed in last, in whatever way; requests with a token do not count. */
@Component
class SignInClock {

    private final JdbcClient jdbc;

    SignInClock(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void on(SignedIn signIn) {
        jdbc.sql("update person set last_sign_in_at = :at where id = :id")
                .param("at", signIn.occurredAt().atOffset(ZoneOffset.UTC))
                .param("id", signIn.personId())
                .update();
    }
}
