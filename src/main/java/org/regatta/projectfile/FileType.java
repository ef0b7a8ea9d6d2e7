package org.regatta.projectfile;

import static org.regatta.file.FileFormat.DOCX;
import static org.regatta.file.FileFormat.JPEG;
import static org.regatta.file.FileFormat.MOV;
import static org.regatta.file.FileFormat.MP4;
import static org.regatta.file.FileFormat.ODP;
import static org.regatta.file.FileFormat.ODS;
import static org.regatta.file.FileFormat.ODT;
import static org.regatta.file.FileFormat.PDF;
import static org.regatta.file.FileFormat.PNG;
import static org.regatta.file.FileFormat.PPTX;
import static org.regatta.file.FileFormat.WEBM;
import static org.regatta.file.FileFormat.XLSX;

import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.regatta.file.FileFormat;

/** What a project file is for, and so which formats it may have. */
public enum FileType {
    /** One or two pages for readers in a hurry. */
    EXEC_SUMMARY(EnumSet.of(PDF, DOCX, ODT)),
    /** Slides. */
    PRESENTATION(EnumSet.of(PDF, PPTX, ODP)),
    /** A film of the work. */
    VIDEO(EnumSet.of(MP4, MOV, WEBM)),
    /** Plan and figures. */
    BUSINESS_PLAN(EnumSet.of(PDF, DOCX, XLSX, ODT, ODS)),
    /** The team speaks. */
    VIDEO_PITCH(EnumSet.of(MP4, MOV, WEBM)),
    /** Whatever proves a claim. */
    SUPPORTING_DOC(EnumSet.of(PDF, DOCX, XLSX, PPTX, ODT, ODS, ODP, PNG, JPEG)),
    /** Anything else of the formats that are taken at all. */
    OTHER(EnumSet.allOf(FileFormat.class));

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<FileFormat> formats;

    FileType(Set<FileFormat> formats) {
        this.formats = Set.copyOf(formats);
    }

    /** The formats that are taken. */
    public Set<FileFormat> formats() {
        return formats;
    }

    /** The formats for people to read: {@code PDF, DOCX}. */
    public String formatNames() {
        return formats.stream().sorted().map(Enum::name).collect(Collectors.joining(", "));
    }

    /** How names of such files may end, for a file dialog: {@code .pdf,.docx}. */
    public String endings() {
        return formats.stream()
                .sorted()
                .flatMap(format -> format.endings().stream())
                .map(ending -> "." + ending)
                .collect(Collectors.joining(","));
    }
}
