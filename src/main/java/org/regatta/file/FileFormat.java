package org.regatta.file;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Every format a file may have: a closed list, none of which runs in the browser or the office that opens it. */
public enum FileFormat {
    /** Portable document. */
    PDF(List.of("pdf"), "application/pdf"),
    /** Word document, without macros. */
    DOCX(List.of("docx"), "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    /** Excel workbook, without macros. */
    XLSX(List.of("xlsx"), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    /** PowerPoint presentation, without macros. */
    PPTX(List.of("pptx"), "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
    /** OpenDocument text. */
    ODT(List.of("odt"), "application/vnd.oasis.opendocument.text"),
    /** OpenDocument spreadsheet. */
    ODS(List.of("ods"), "application/vnd.oasis.opendocument.spreadsheet"),
    /** OpenDocument presentation. */
    ODP(List.of("odp"), "application/vnd.oasis.opendocument.presentation"),
    /** Image. */
    PNG(List.of("png"), "image/png"),
    /** Photograph. */
    JPEG(List.of("jpg", "jpeg"), "image/jpeg"),
    /** MPEG-4 video. */
    MP4(List.of("mp4", "m4v"), "video/mp4", "application/mp4", "video/x-m4v"),
    /** QuickTime video. */
    MOV(List.of("mov"), "video/quicktime"),
    /** WebM video. */
    WEBM(List.of("webm"), "video/webm", "application/x-matroska", "video/x-matroska");

    private final List<String> endings;
    private final List<String> mediaTypes;

    FileFormat(List<String> endings, String... mediaTypes) {
        this.endings = endings;
        this.mediaTypes = List.of(mediaTypes);
    }

    /** How names of such files end, without the dot; the usual one first. */
    public List<String> endings() {
        return endings;
    }

    /** The format that a name promises by its ending. */
    public static Optional<FileFormat> ofName(String name) {
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.endings.contains(ending))
                .findFirst();
    }

    /** The format whose content is of this media type. */
    static Optional<FileFormat> ofMediaType(String mediaType) {
        return Arrays.stream(values())
                .filter(format -> format.mediaTypes.contains(mediaType))
                .findFirst();
    }
}
