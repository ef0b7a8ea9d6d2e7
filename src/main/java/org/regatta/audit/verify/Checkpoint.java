package org.regatta.audit.verify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A signed statement: at this time the chain had this many entries, and this was its last hash. Its text form is what is
 * signed (Ed25519) and kept outside.
 *
 * @param chain names the chain, so that nobody passes another installation's for it
 * @param entries number of the last entry it speaks of
 * @param hash 64 hexadecimal digits
 * @param publicKey of who signed: base64 of X.509
 * @param signature base64; over the text form up to its line
 */
public record Checkpoint(
        String chain, Kind kind, long entries, String hash, Instant madeAt, String publicKey, String signature) {

    /** What a checkpoint states besides the hash. */
    public enum Kind {
        /** Everything up to here is sealed. */
        SEAL,
        /** Everything up to here was removed when its time had come; the chain goes on from this hash. */
        PURGE
    }

    private static final String TITLE = "Regatta audit checkpoint 1";
    private static final Pattern TEXT = Pattern.compile(TITLE
            + "\nchain: (?<chain>[0-9a-f-]{36})\nkind: (?<kind>SEAL|PURGE)\nentries: (?<entries>0|[1-9]\\d{0,17})"
            + "\nhash: (?<hash>[0-9a-f]{64})\ntime: (?<time>[0-9TZ:.-]{20,30})\nkey: (?<key>[A-Za-z0-9+/=]{40,100})"
            + "\nsignature: (?<signature>[A-Za-z0-9+/=]{88})\n");
    private static final int KEY_ID = 16;

    /** Signs one. */
    public static Checkpoint sign(String chain, Kind kind, long entries, byte[] hash, Instant madeAt, SigningKey key) {
        var open = new Checkpoint(chain, kind, entries, ChainHash.hex(hash), madeAt, key.publicText(), "");
        return new Checkpoint(chain, kind, entries, open.hash, madeAt, open.publicKey, open.signedBy(key.secret()));
    }

    /**
     * Reads its text form.
     *
     * @throws IllegalArgumentException if it is none; its signature is not looked at
     */
    public static Checkpoint parse(String text) {
        var match = TEXT.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("This is no checkpoint.");
        }
        try {
            return new Checkpoint(
                    match.group("chain"),
                    Kind.valueOf(match.group("kind")),
                    Long.parseLong(match.group("entries")),
                    match.group("hash"),
                    Instant.parse(match.group("time")),
                    match.group("key"),
                    match.group("signature"));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("The checkpoint's time cannot be read.", e);
        }
    }

    /**
     * Reads many, one after the other as {@link #text} writes them, with empty lines between them.
     *
     * @throws IllegalArgumentException if one of them is none
     */
    public static List<Checkpoint> parseAll(String text) {
        var all = new ArrayList<Checkpoint>();
        for (var one : text.split("\n\n", -1)) {
            if (!one.isBlank()) {
                all.add(parse(one.endsWith("\n") ? one : one + "\n"));
            }
        }
        return all;
    }

    /** The text form, as {@link #parse} reads it. */
    public String text() {
        return signed() + "signature: " + signature + "\n";
    }

    /** The first sixteen digits of the SHA-256 of the public key: what people compare. */
    public String keyId() {
        try {
            var digest = MessageDigest.getInstance("SHA-256")
                    .digest(Base64.getDecoder().decode(publicKey));
            return ChainHash.hex(digest).substring(0, KEY_ID);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return "unreadable";
        }
    }

    /** Whether whoever has the key signed exactly this. */
    public boolean genuine() {
        try {
            var key = KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(publicKey)));
            var check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(signed().getBytes(StandardCharsets.US_ASCII));
            return check.verify(Base64.getDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException forged) {
            return false;
        }
    }

    private String signed() {
        return TITLE + "\nchain: " + chain + "\nkind: " + kind + "\nentries: " + entries + "\nhash: " + hash
                + "\ntime: " + madeAt + "\nkey: " + publicKey + "\n";
    }

    private String signedBy(PrivateKey key) {
        try {
            var signing = Signature.getInstance("Ed25519");
            signing.initSign(key);
            signing.update(signed().getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(signing.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
