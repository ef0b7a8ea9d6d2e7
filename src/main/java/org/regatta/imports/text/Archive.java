package org.regatta.imports.text;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/** Unpacks a ZIP in memory; what is too much, or reaches outside, becomes a finding and is not unpacked. */
public final class Archive {

    private static final int MAX_ENTRIES = 100;
    /** Compressed text seldom shrinks more than this; a bomb does. Small files are let off. */
    private static final int MAX_RATIO = 200;

    private static final int RATIO_COUNTS_FROM = 1 << 20;

    private final String name;
    private final long maxBytes;
    private final Findings findings;
    private final Set<String> seen = new HashSet<>();
    private long unpacked;

    private Archive(String name, long maxBytes, Findings findings) {
        this.name = name;
        this.maxBytes = maxBytes;
        this.findings = findings;
    }

    /**
     * The files of a ZIP, without folders and without what operating systems add.
     *
     * @param maxBytes of all files together, unpacked
     */
    public static List<RawFile> unpack(String name, byte[] zip, long maxBytes, Findings findings) {
        return new Archive(name, maxBytes, findings).unpack(zip);
    }

    private List<RawFile> unpack(byte[] zip) {
        var files = new ArrayList<RawFile>();
        int entries = 0;
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (++entries > MAX_ENTRIES) {
                    finding("The ZIP holds more than " + MAX_ENTRIES + " files.", "A bundle has at most four files.");
                    break;
                }
                var file = plainName(entry);
                if (file == null) {
                    continue;
                }
                var bytes = bytes(in, zip.length);
                if (bytes == null) {
                    break;
                }
                files.add(new RawFile(file, bytes));
            }
        } catch (IOException | IllegalArgumentException broken) {
            finding("The ZIP is damaged: " + broken.getMessage() + ".", "Pack the files again and upload the new ZIP.");
        }
        if (entries == 0 && findings.none()) {
            finding("This is not a ZIP, or it is empty.", "Upload a ZIP with competition.yaml and its CSV files.");
        }
        return files;
    }

    private byte @Nullable [] bytes(ZipInputStream in, int packed) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            unpacked += count;
            if (unpacked > maxBytes || (unpacked > RATIO_COUNTS_FROM && unpacked / MAX_RATIO > packed)) {
                finding("The ZIP unpacks to far more than a bundle may have.", "Upload smaller files.");
                return null;
            }
            bytes.write(buffer, 0, count);
        }
        return bytes.toByteArray();
    }

    private @Nullable String plainName(ZipEntry entry) {
        var path = entry.getName().replace('\\', '/');
        if (entry.isDirectory() || path.startsWith("__MACOSX/") || path.endsWith("/.DS_Store")) {
            return null;
        }
        if (path.startsWith("/") || path.contains("../") || path.contains(":") || !TextRules.readable(path, false)) {
            finding(
                    "The ZIP holds a file with the path " + Findings.quoted(path) + ", which leads outside of it.",
                    "Pack the files of the bundle side by side.");
            return null;
        }
        var plain = path.substring(path.lastIndexOf('/') + 1);
        if (!seen.add(plain.toLowerCase(Locale.ROOT))) {
            finding("The ZIP holds " + Findings.quoted(plain) + " twice.", "Keep one of them.");
            return null;
        }
        return plain;
    }

    private void finding(String message, String remedy) {
        findings.add(Spot.startOf(name), message, remedy);
    }
}
