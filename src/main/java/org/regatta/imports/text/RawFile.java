package org.regatta.imports.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A file as uploaded: a name and bytes. */
public record RawFile(String name, byte[] bytes) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** The file as text, without a byte order mark; null, and a finding, if it is not UTF-8. */
    public @Nullable String text(Findings findings) {
        if (bytes.length >= 2 && (startsWith(0xFE, 0xFF) || startsWith(0xFF, 0xFE))) {
            findings.add(Spot.startOf(name), "The file is UTF-16, not UTF-8.", remedy());
            return null;
        }
        if (bytes.length >= 4 && startsWith('P', 'K') && bytes[2] == 3 && bytes[3] == 4) {
            findings.add(
                    Spot.startOf(name),
                    "The file is a ZIP or a spreadsheet, not text.",
                    "Save it as text (in a spreadsheet: \"CSV UTF-8\"), or upload a ZIP under a name that ends with .zip.");
            return null;
        }
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var from = ByteBuffer.wrap(bytes);
        var to = CharBuffer.allocate(bytes.length);
        var result = decoder.decode(from, to, true);
        to.flip();
        if (result.isError()) {
            var wrong = String.format("The byte 0x%02X here is not UTF-8.", bytes[from.position()] & 0xFF);
            findings.add(spotAfter(to), wrong, remedy());
            return null;
        }
        if (to.hasRemaining() && to.get(to.position()) == BYTE_ORDER_MARK) {
            to.get();
        }
        return to.toString();
    }

    private boolean startsWith(int first, int second) {
        return (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private Spot spotAfter(CharSequence read) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < read.length(); i++) {
            if (read.charAt(i) == '\n') {
                line++;
                column = 1;
            } else if (read.charAt(i) != BYTE_ORDER_MARK) {
                column++;
            }
        }
        return new Spot(name, line, column);
    }

    private static String remedy() {
        return "Save the file as UTF-8 (in a spreadsheet: \"CSV UTF-8\") and upload it again.";
    }
}
