package org.regatta.identity.factor;

/**
 * What an authenticator app is to keep; its text form does not show it.
 *
 * @param secret to be typed, in base 32
 * @param address to be scanned, {@code otpauth:}
 */
public record Enrolment(String secret, String address) {

    @Override
    public String toString() {
        return "Enrolment[***]";
    }
}
