package org.regatta.identity.directory;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.stereotype.Component;

/** Remembers when a person signed in last, in whatever way; requests with a token do not count. */
@Component
class SignInClock {

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInClock(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    void on(InteractiveAuthenticationSuccessEvent signIn) {
        jdbc.sql("update person set last_sign_in_at = :now where id = cast(:id as uuid)")
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", signIn.getAuthentication().getName())
                .update();
    }
}
