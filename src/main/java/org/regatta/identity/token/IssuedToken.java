package org.regatta.identity.token;

/**
 * A token just made; the only moment its secret is known.
 *
 * @param secret what a program sends as {@code Authorization: Bearer}
 */
public record IssuedToken(TokenView token, String secret) {

    /** Without the secret, so that it never gets into a log. */
    @Override
    public String toString() {
        return "IssuedToken[token=" + token + "]";
    }
}
