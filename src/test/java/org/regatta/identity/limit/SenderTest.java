package org.regatta.identity.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SenderTest {

    @Test
    void takesTheAddressesOfOneIpv6NetworkForOneSender() {
        assertThat(Sender.of("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(Sender.of("2001:db8:1:2::1"))
                .isEqualTo(Sender.of("2001:db8:1:2::1%eth0"))
                .isNotEqualTo(Sender.of("2001:db8:1:3::1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"192.0.2.1", "0193b5f0-0000-7000-8000-000000000000", "ada@example.org", "::::", "a:b@c", ""})
    void leavesEverythingElseAsItIs(String who) {
        assertThat(Sender.of(who)).isEqualTo(who);
    }
}
