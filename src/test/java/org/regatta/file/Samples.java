package org.regatta.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files of many kinds. */
public final class Samples {

    private static final String[] WORD = {"[Content_Types].xml", "_rels/.rels", "word/document.xml"};

    private Samples() {}

    /** A PDF whose page is empty. */
    public static byte[] pdf() {
        return text(
                "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
                        + "trailer<</Root 1 0 R>>\n%%EOF\n");
    }

    /** A PDF as long as this. */
    public static byte[] pdf(int bytes) {
        return Arrays.copyOf(pdf(), bytes);
    }

    static byte[] docx() {
        return zip(WORD);
    }

    static byte[] docm() {
        var names = Arrays.copyOf(WORD, WORD.length + 1);
        names[WORD.length] = "word/vbaProject.bin";
        return zip(names);
    }

    static byte[] odt(String... more) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            var type = text("application/vnd.oasis.opendocument.text");
            var entry = new ZipEntry("mimetype");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(type.length);
            var sum = new CRC32();
            sum.update(type);
            entry.setCrc(sum.getValue());
            zip.putNextEntry(entry);
            zip.write(type);
            for (var name : more) {
                zip.putNextEntry(new ZipEntry(name));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] zip(String... names) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(text("<x/>"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A web page that runs something. */
    public static byte[] html() {
        return text("<!DOCTYPE html><html><script>alert(1)</script></html>");
    }

    static byte[] hex(String digits) {
        return Arrays.copyOf(HexFormat.of().parseHex(digits), 200);
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
