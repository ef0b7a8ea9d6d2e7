package org.regatta.identity.factor;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.regatta.shared.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Rows of {@code recovery_code}: ten codes of 120 random bits, hashed, each for one sign-in without the app. */
@Repository
@Transactional
class RecoveryCodes {

    private static final int COUNT = 10;
    /** 120 bits: enough for a hash that is quick to compute (OWASP ASVS 5.0, 6.5.2). */
    private static final int BYTES = 15;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RecoveryCodes(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** New codes in place of all old ones, told this once. */
    List<String> renew(UUID personId) {
        end(personId);
        var codes = new ArrayList<String>();
        for (int i = 0; i < COUNT; i++) {
            var bytes = new byte[BYTES];
            random.nextBytes(bytes);
            var code = Totp.base32(bytes).toLowerCase(Locale.ROOT).replaceAll("(.{4})(?=.)", "$1-");
            jdbc.sql("insert into recovery_code (person_id, code_hash) values (:person, :hash)")
                    .param("person", personId)
                    .param("hash", hash(code))
                    .update();
            codes.add(code);
        }
        return codes;
    }

    /** Whether the code was good; it is used up then. */
    boolean use(UUID personId, String code) {
        return jdbc.sql("""
                        update recovery_code set used_at = :now
                         where person_id = :person and code_hash = :hash and used_at is null
                        """)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("person", personId)
                        .param("hash", hash(code))
                        .update()
                == 1;
    }

    /** How many are left. */
    int left(UUID personId) {
        return jdbc.sql("select count(*) from recovery_code where person_id = :person and used_at is null")
                .param("person", personId)
                .query(Integer.class)
                .single();
    }

    void end(UUID personId) {
        jdbc.sql("delete from recovery_code where person_id = :person")
                .param("person", personId)
                .update();
    }

    /** Whatever case and hyphens it was typed with. */
    private static byte[] hash(String code) {
        return Sha256.of(code.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", ""));
    }
}
