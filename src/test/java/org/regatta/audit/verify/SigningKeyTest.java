package org.regatta.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class SigningKeyTest {

    @Test
    void makesThePublicKeyThatRfc8032SaysOfItsSecret() {
        var secret = HexFormat.of().parseHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");

        var x509 = Base64.getDecoder().decode(SigningKey.of(secret).publicText());

        assertThat(HexFormat.of().formatHex(x509))
                .endsWith("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    }

    @Test
    void refusesASecretOfAnotherLength() {
        assertThatIllegalArgumentException().isThrownBy(() -> SigningKey.of(new byte[31]));
    }
}
