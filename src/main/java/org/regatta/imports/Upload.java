package org.regatta.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.springframework.util.unit.DataSize;

/**
 * The files of one import as they are kept until it has ended.
 *
 * @param name of the upload, for people
 * @param zip all files in one archive
 */
record Upload(String name, byte[] zip) {

    private static final int MAX_FILES = 20;
    private static final int MAX_NAME = 255;

    /**
     * Reads the files, never more than {@code limit} of them.
     *
     * @throws UploadTooLarge if there is more
     */
    static Upload of(List<ImportFile> files, DataSize limit) {
        refuseWrongNames(files);
        try {
            if (files.size() == 1 && isArchive(files.getFirst())) {
                var bytes = new ByteArrayOutputStream();
                copy(files.getFirst(), bytes, limit, 0);
                return new Upload(nameOf(files), bytes.toByteArray());
            }
            return new Upload(nameOf(files), packed(files, limit));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void refuseWrongNames(List<ImportFile> files) {
        if (files.isEmpty()) {
            throw refused("No file was uploaded.", "Upload one ZIP, or competition.yaml and its CSV files together.");
        }
        if (files.size() > MAX_FILES) {
            throw refused("More than " + MAX_FILES + " files were uploaded.", "A bundle has at most four files.");
        }
        var seen = new HashSet<String>();
        for (var file : files) {
            if (!seen.add(plainName(file))) {
                throw refused(
                        "The file " + plainName(file) + " was uploaded twice.", "Upload every file of a bundle once.");
            }
            if (files.size() > 1 && isArchive(file)) {
                throw refused(
                        "A ZIP was uploaded beside other files.", "Upload either one ZIP or the files themselves.");
            }
        }
    }

    private static InvalidInput refused(String message, String remedy) {
        return new InvalidInput(new Finding("files", message, remedy));
    }

    private static byte[] packed(List<ImportFile> files, DataSize limit) throws IOException {
        var bytes = new ByteArrayOutputStream();
        long read = 0;
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(Deflater.BEST_SPEED);
            for (var file : files) {
                zip.putNextEntry(new ZipEntry(plainName(file)));
                read = copy(file, zip, limit, read);
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static long copy(ImportFile file, OutputStream to, DataSize limit, long readBefore) throws IOException {
        long read = readBefore;
        try (InputStream from = file.content().getInputStream()) {
            var buffer = new byte[8192];
            for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
                read += count;
                if (read > limit.toBytes()) {
                    throw new UploadTooLarge(limit);
                }
                to.write(buffer, 0, count);
            }
        }
        return read;
    }

    private static String nameOf(List<ImportFile> files) {
        var names = String.join(", ", files.stream().map(Upload::plainName).toList());
        return names.length() <= MAX_NAME ? names : names.substring(0, MAX_NAME - 1) + "…";
    }

    private static boolean isArchive(ImportFile file) {
        return plainName(file).toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /** Browsers may send a folder with the name; control characters have no business in one. */
    private static String plainName(ImportFile file) {
        var name = file.name().replace('\\', '/').replaceAll("\\p{Cntrl}", "");
        var plain = name.substring(name.lastIndexOf('/') + 1).strip();
        if (plain.isEmpty() || plain.length() > MAX_NAME) {
            throw refused("A file without a usable name was uploaded.", "Name it as in the bundle: projects.csv.");
        }
        return plain;
    }
}
