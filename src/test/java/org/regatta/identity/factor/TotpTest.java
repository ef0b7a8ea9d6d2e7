package org.regatta.identity.factor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** The last six digits of RFC 6238, appendix B. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void showsTheCodesOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
        assertThat(Totp.step(SECRET, code, Instant.ofEpochSecond(second))).hasValue(second / 30);
    }

    @Test
    void takesTheCodeOfTheStepBeforeAndAfterAndNoOther() {
        var now = Instant.ofEpochSecond(1_234_567_890);
        for (int steps = -3; steps <= 3; steps++) {
            var code = Totp.code(SECRET, now.plusSeconds(30L * steps));
            assertThat(Totp.step(SECRET, code, now).isPresent())
                    .as("%d steps", steps)
                    .isEqualTo(Math.abs(steps) <= 1);
        }
        for (var wrong : new String[] {"", "12345", "1234567", "abcdef", "００５９２４", "\0"}) {
            assertThat(Totp.step(SECRET, wrong, now)).isEmpty();
        }
    }

    @Test
    void writesSecretsAsAppsWantThem() {
        assertThat(Totp.base32(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Totp.base32("foobar".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTBOI");
    }
}
