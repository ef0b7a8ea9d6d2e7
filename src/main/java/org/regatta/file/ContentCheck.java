package org.regatta.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.regatta.file.FileChecks.Verdict;
import org.regatta.file.StoredFileRepository.Kept;
import org.springframework.stereotype.Component;

/**
 * Tells from the bytes what a file is, and refuses what is not of the formats its owner takes, is not what its name says,
 * or carries macros. Reads the beginning, and of packages (Office, OpenDocument) the list of what is in them; no more, and
 * unpacks nothing.
 */
@Component
class ContentCheck {

    private static final int HEAD_BYTES = 64 << 10;
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final Set<String> PACKAGES = Set.of("application/zip", "application/x-tika-ooxml");

    private final MimeTypes types = MimeTypes.getDefaultMimeTypes();

    /** Bytes that can be read in pieces. */
    interface Content {

        /** In bytes; empty if there is nothing. */
        Optional<Long> size();

        /** As many bytes from there on as there are, at most {@code length}. */
        byte[] read(long offset, int length);
    }

    Verdict judge(Kept file, Content content) {
        var size = content.size();
        if (size.isEmpty()) {
            return new Verdict(null, FileRefusal.LOST);
        }
        if (size.get() != file.sizeBytes()) {
            return new Verdict(null, FileRefusal.SIZE);
        }
        var head = content.read(0, (int) Math.min(HEAD_BYTES, size.get()));
        var mediaType = sniffed(head);
        var entries = isPackage(head) ? ZipDirectory.of(content, size.get()) : Optional.of(Set.<String>of());
        if (entries.isEmpty()) {
            return new Verdict(null, FileRefusal.CONTENT);
        }
        var format = PACKAGES.contains(mediaType) ? office(entries.get()) : plain(mediaType, head);
        if (format.isEmpty() || !file.accepts().contains(format.get())) {
            return new Verdict(format.orElse(null), FileRefusal.CONTENT);
        }
        if (entries.get().stream().anyMatch(ContentCheck::isMacro)) {
            return new Verdict(format.get(), FileRefusal.MACROS);
        }
        var disguised = !FileFormat.ofName(file.name()).equals(format);
        return new Verdict(format.get(), disguised ? FileRefusal.DISGUISED : null);
    }

    private String sniffed(byte[] head) {
        try {
            return types.detect(new ByteArrayInputStream(head), new Metadata()).toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Optional<FileFormat> plain(String mediaType, byte[] head) {
        return FileFormat.ofMediaType(mediaType)
                .map(format -> format == FileFormat.MP4 || format == FileFormat.MOV ? film(format, head) : format)
                // readers find a PDF behind other content too; then it is something else as well
                .filter(format -> format != FileFormat.PDF || startsWith(head, PDF))
                .filter(format -> format != FileFormat.WEBM || isWebm(head));
    }

    /** Both are ISO base media files (ISO/IEC 14496-12); which one, says the brand of the first box. */
    private static FileFormat film(FileFormat sniffed, byte[] head) {
        var box = new String(head, 4, Math.min(head.length - 4, 8), StandardCharsets.ISO_8859_1);
        if (!box.startsWith("ftyp")) {
            return sniffed; // QuickTime films of before the brands
        }
        return box.equals("ftypqt  ") ? FileFormat.MOV : FileFormat.MP4;
    }

    /** The container's kind stands in its first element; the general one holds anything. */
    private static boolean isWebm(byte[] head) {
        return new String(head, 0, Math.min(head.length, 64), StandardCharsets.ISO_8859_1).contains("webm");
    }

    private static Optional<FileFormat> office(Set<String> entries) {
        if (!entries.contains("[content_types].xml")) {
            return Optional.empty();
        }
        if (entries.contains("word/document.xml")) {
            return Optional.of(FileFormat.DOCX);
        }
        if (entries.contains("xl/workbook.xml")) {
            return Optional.of(FileFormat.XLSX);
        }
        return entries.contains("ppt/presentation.xml") ? Optional.of(FileFormat.PPTX) : Optional.empty();
    }

    /** Of Office: a VBA project or an ActiveX control; of OpenDocument: Basic or scripts. */
    private static boolean isMacro(String entry) {
        return entry.endsWith("vbaproject.bin")
                || entry.contains("/activex/")
                || entry.startsWith("basic/")
                || entry.startsWith("scripts/")
                || entry.endsWith(".exe");
    }

    private static boolean isPackage(byte[] head) {
        return head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4;
    }

    private static boolean startsWith(byte[] head, byte[] wanted) {
        return head.length >= wanted.length && Arrays.equals(head, 0, wanted.length, wanted, 0, wanted.length);
    }
}
