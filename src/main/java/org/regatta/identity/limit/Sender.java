package org.regatta.identity.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A sender as limits know it: one household gets 2^64 IPv6 addresses, which count as one. */
final class Sender {

    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F]*:[0-9a-fA-F:.]*(%.*)?");
    private static final int NETWORK_BYTES = 8;

    private Sender() {}

    /** The network of an IPv6 address; everything else as it is. */
    static String of(String who) {
        if (!IPV6.matcher(who).matches()) {
            return who;
        }
        try {
            // a literal: nothing is looked up
            return InetAddress.getByName(who.replaceAll("%.*", "")) instanceof Inet6Address address
                    ? HexFormat.of().formatHex(address.getAddress(), 0, NETWORK_BYTES) + "::/64"
                    : who;
        } catch (UnknownHostException noAddress) {
            return who;
        }
    }
}
