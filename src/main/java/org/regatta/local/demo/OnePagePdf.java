package org.regatta.local.demo;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A PDF of one page (ISO 32000-1) with a heading and text, for files of the demo: in a font that every reader has, and in
 * Latin letters only.
 *
 * @param width of the page in points
 * @param height of the page in points
 * @param letters height of the text in points
 */
record OnePagePdf(int width, int height, int letters) {

    /** A4, to be read. */
    static final OnePagePdf PAPER = new OnePagePdf(595, 842, 11);
    /** A4 across, to be shown. */
    static final OnePagePdf SLIDE = new OnePagePdf(842, 595, 16);

    private static final int MARGIN = 60;
    private static final Charset LATIN = Charset.forName("windows-1252");
    /** The mean width of a letter of Helvetica, as a share of its height. */
    private static final double LETTER = 0.5;

    byte[] of(String heading, String text) {
        var content = content(heading, text);
        var objects = List.of(
                "<< /Type /Catalog /Pages 2 0 R >>",
                "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents 6 0 R /Resources << /Font << /H 4 0 R /T 5 0 R >> >> >>"
                        .formatted(width, height),
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
                "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
                "<< /Length %d >>\nstream\n%s\nendstream".formatted(content.getBytes(LATIN).length, content));
        var file = new StringBuilder("%PDF-1.4\n");
        var offsets = new ArrayList<Integer>();
        for (int at = 0; at < objects.size(); at++) {
            offsets.add(file.toString().getBytes(LATIN).length);
            file.append(at + 1).append(" 0 obj\n").append(objects.get(at)).append("\nendobj\n");
        }
        var table = file.toString().getBytes(LATIN).length;
        file.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        offsets.forEach(offset -> file.append(String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
        file.append("trailer\n<< /Size ").append(objects.size() + 1).append(" /Root 1 0 R >>\n");
        file.append("startxref\n").append(table).append("\n%%EOF\n");
        return file.toString().getBytes(LATIN);
    }

    private String content(String heading, String text) {
        var written = new StringBuilder("BT\n");
        written.append("/H ")
                .append(letters * 2)
                .append(" Tf ")
                .append(letters * 5 / 2)
                .append(" TL\n");
        written.append(MARGIN).append(' ').append(height - MARGIN - letters * 2).append(" Td\n");
        lines(heading, letters * 2).forEach(line -> show(written, line));
        written.append("T*\n/T ")
                .append(letters)
                .append(" Tf ")
                .append(letters * 3 / 2)
                .append(" TL\n");
        for (var paragraph : text.lines().toList()) {
            lines(paragraph, letters).forEach(line -> show(written, line));
        }
        return written.append("ET").toString();
    }

    private static void show(StringBuilder written, String line) {
        var escaped = line.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)");
        written.append('(').append(escaped).append(") Tj T*\n");
    }

    /** The text in lines that fit between the margins; letters the font has not become question marks. */
    private List<String> lines(String text, int letterHeight) {
        var most = (int) ((width - 2 * MARGIN) / (letterHeight * LETTER));
        var latin = new String(text.getBytes(LATIN), LATIN);
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : latin.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + word.length() >= most) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
