package org.regatta.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.regatta.ops.StartRefused;

/** Sees to it that a taken port is said at once and by name, not after half a start. */
final class FreePort {

    private FreePort() {}

    /**
     * Makes sure that nobody listens there.
     *
     * @param port 0: any will do
     * @param what what is to listen there
     * @param variable what moves it
     * @throws StartRefused if somebody does
     */
    static void require(int port, String what, String variable) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            socket.setReuseAddress(true);
        } catch (IOException e) {
            throw new StartRefused(
                    "Port " + port + " for " + what + " is in use.",
                    "Stop what uses it, or set the variable " + variable + " to another port.");
        }
    }
}
