package org.regatta.audit.verify;

import java.nio.charset.StandardCharsets;

/** Lines as an export holds them: some withheld, some with personal data beside them, some with those erased. */
final class ExampleEntries {

    private static final byte[] SALT = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16};
    private static final String VIA = "{\"address\":\"192.0.2.7\",\"agent\":\"Küstenfunk\"}";
    private static final String WORDS = "{\"reason\":\"Anemometer – broken\"}";

    private ExampleEntries() {}

    /** A line without its end, its text, and its hash in the chain. */
    record Line(String text, String after, byte[] bytes, byte[] hash) {

        /** The same text under another number: what somebody does who writes a stretch anew. */
        Line renumbered(long number, byte[] before) {
            return of(number, before, text, after);
        }
    }

    static Line line(long number, byte[] before) {
        var bare = "{\"at\":\"2026-11-27T09:00:00.%06dZ\",\"details\":{\"score\":4.50},\"number\":%d,\"type\":\"a.b\""
                .formatted(number % 1_000_000, number);
        return switch ((int) (number % 10)) {
            case 0 -> of(number, before, "withheld", "");
            case 1, 2, 3 -> of(number, before, bare + ",\"viaHash\":\"" + salted(VIA) + "\"}", "\tvia " + salt() + VIA);
            case 4 -> of(number, before, bare + ",\"wordsHash\":\"" + salted(WORDS) + "\"}", "");
            case 5, 6 ->
                of(
                        number,
                        before,
                        bare + ",\"viaHash\":\"" + salted(VIA) + "\",\"wordsHash\":\"" + salted(WORDS) + "\"}",
                        "\tvia " + salt() + VIA + "\twords " + salt() + WORDS);
            default -> of(number, before, bare + "}", "");
        };
    }

    private static Line of(long number, byte[] before, String text, String after) {
        var own = ChainHash.own((text + (text.equals("withheld") ? number : "")).getBytes(StandardCharsets.UTF_8));
        var hash = ChainHash.next(before, own);
        var shown = text.equals("withheld") ? "withheld " + ChainHash.hex(own) : text;
        var bytes = (number + " " + ChainHash.hex(hash) + " " + shown + after).getBytes(StandardCharsets.UTF_8);
        return new Line(text, after, bytes, hash);
    }

    private static String salt() {
        return ChainHash.hex(SALT) + " ";
    }

    private static String salted(String text) {
        return ChainHash.hex(ChainHash.salted(SALT, text.getBytes(StandardCharsets.UTF_8)));
    }
}
