package org.regatta.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.regatta.ops.StartRefused;

class FreePortTest {

    @Test
    void saysWhichPortIsInUseAndWhatMovesIt() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(() -> FreePort.require(taken.getLocalPort(), "the mail catcher", "SOME_PORT"))
                    .withMessage("Port " + taken.getLocalPort() + " for the mail catcher is in use.")
                    .satisfies(refused -> assertThat(refused.remedy()).contains("SOME_PORT"));
        }
    }

    @Test
    void letsAFreePortBe() {
        assertThatCode(() -> FreePort.require(0, "anything", "SOME_PORT")).doesNotThrowAnyException();
    }
}
