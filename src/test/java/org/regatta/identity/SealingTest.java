package org.regatta.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class SealingTest {

    private static final String LINK = "https://regatta.example/sign-in/link?token=été";

    private final Sealing sealing = new Sealing("a-secret-for-tests-only-0123456789");

    @Test
    void opensWhatItSealedAndNeverSealsAlike() {
        var sealed = sealing.seal("letter", LINK);

        assertThat(sealing.open("letter", sealed)).isEqualTo(LINK);
        assertThat(sealing.seal("letter", LINK)).isNotEqualTo(sealed);
        assertThat(sealed).doesNotContain("token");
    }

    @Test
    void opensNothingForAnotherUseOrUnderAnotherSecret() {
        var sealed = sealing.seal("letter", LINK);

        assertThatIllegalArgumentException().isThrownBy(() -> sealing.open("totp", sealed));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sealing("another-secret-for-tests-0123456789").open("letter", sealed));
    }

    @Test
    void noticesEveryBitThatWasAltered() {
        var bytes = Base64.getUrlDecoder().decode(sealing.seal("letter", "link"));
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            var altered = bytes.clone();
            altered[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatIllegalArgumentException()
                    .as("bit %d", bit)
                    .isThrownBy(
                            () -> sealing.open("letter", Base64.getUrlEncoder().encodeToString(altered)));
        }
    }

    @Test
    void opensNothingThatWasCut() {
        var sealed = sealing.seal("letter", LINK);
        for (int length = 0; length < sealed.length(); length++) {
            var cut = sealed.substring(0, length);
            assertThatIllegalArgumentException().isThrownBy(() -> sealing.open("letter", cut));
        }
    }
}
