package org.regatta.identity.factor;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.regatta.identity.Sealing;
import org.regatta.shared.InvalidInput;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Authenticator apps of people and their codes. Checks no rights: its callers know whose they are. */
@Service
@Transactional
public class SecondFactors {

    private static final String USE = "totp";
    private static final int SECRET_BYTES = 20;

    private final JdbcClient jdbc;
    private final Sealing sealing;
    private final RecoveryCodes recovery;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(
            JdbcClient jdbc, Sealing sealing, RecoveryCodes recovery, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.sealing = sealing;
        this.recovery = recovery;
        this.events = events;
        this.clock = clock;
    }

    private record Row(String sealed, boolean confirmed) {}

    /** Whether the person has set up an app. */
    @Transactional(readOnly = true)
    public boolean has(UUID personId) {
        return rows(personId).stream().anyMatch(Row::confirmed);
    }

    /** How many recovery codes the person has left. */
    @Transactional(readOnly = true)
    public int recoveryCodes(UUID personId) {
        return recovery.left(personId);
    }

    /**
     * What the app is to keep: a new secret, or the one shown before as long as no code of it was typed.
     *
     * @param email under which the app shows it
     */
    public Enrolment enrol(UUID personId, String email) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        jdbc.sql("""
                        insert into second_factor (person_id, sealed_secret) values (:person, :secret)
                        on conflict (person_id) do nothing
                        """)
                .param("person", personId)
                .param("secret", sealing.seal(USE, Base64.getEncoder().encodeToString(bytes)))
                .update();
        var row = rows(personId).getFirst();
        if (row.confirmed()) {
            throw new IllegalStateException("The app is set up already");
        }
        var secret = Totp.base32(secret(row));
        var label =
                URLEncoder.encode("Regatta:" + email, StandardCharsets.UTF_8).replace("+", "%20");
        return new Enrolment(secret, "otpauth://totp/" + label + "?secret=" + secret + "&issuer=Regatta");
    }

    /**
     * The app shows the right code: it is asked for from now on; publishes {@link SecondFactorAdded}.
     *
     * @return recovery codes, told this once
     * @throws InvalidInput if the code is wrong
     */
    public List<String> confirm(UUID personId, String code) {
        if (has(personId) || !matches(personId, code)) {
            throw new CodeRefused();
        }
        jdbc.sql("update second_factor set confirmed_at = :now where person_id = :person")
                .param("now", utc(clock.instant()))
                .param("person", personId)
                .update();
        events.publishEvent(new SecondFactorAdded(personId, clock.instant()));
        return recovery.renew(personId);
    }

    /**
     * Takes a code of the app or a recovery code, each once; publishes {@link RecoveryCodeUsed} for the latter.
     *
     * @throws CodeRefused if it is wrong, was used before or is too old
     */
    public void use(UUID personId, String code) {
        if (has(personId) && matches(personId, code)) {
            return;
        }
        if (!recovery.use(personId, code)) {
            throw new CodeRefused();
        }
        events.publishEvent(new RecoveryCodeUsed(personId, clock.instant()));
    }

    /**
     * Forgets the app and the recovery codes; publishes {@link SecondFactorRemoved}.
     *
     * @param by who does it
     */
    public void remove(UUID personId, UUID by) {
        var removed = jdbc.sql("delete from second_factor where person_id = :person")
                .param("person", personId)
                .update();
        recovery.end(personId);
        if (removed > 0) {
            events.publishEvent(new SecondFactorRemoved(personId, by, clock.instant()));
        }
    }

    /** Conditional on the step, so that of two who show the same code one gets in. */
    private boolean matches(UUID personId, String code) {
        var typed = code.replaceAll("\\s", "");
        return rows(personId).stream().anyMatch(row -> {
            var step = Totp.step(secret(row), typed, clock.instant());
            return step.isPresent()
                    && jdbc.sql(
                                            "update second_factor set last_step = :step where person_id = :person and last_step < :step")
                                    .param("step", step.getAsLong())
                                    .param("person", personId)
                                    .update()
                            == 1;
        });
    }

    private byte[] secret(Row row) {
        return Base64.getDecoder().decode(sealing.open(USE, row.sealed()));
    }

    private List<Row> rows(UUID personId) {
        return jdbc.sql("select sealed_secret, confirmed_at from second_factor where person_id = :person")
                .param("person", personId)
                .query((row, number) -> new Row(row.getString("sealed_secret"), row.getObject("confirmed_at") != null))
                .list();
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
