package org.regatta.projectfile.web;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.regatta.file.FileState;
import org.regatta.projectfile.AskedFile;
import org.regatta.projectfile.FileType;
import org.regatta.projectfile.ProjectFileView;

/**
 * The place of a type of file on the team's page.
 *
 * @param maxBytes the largest file that is taken
 * @param files of the type, in every state
 */
record UploadSlot(FileType type, boolean required, long maxBytes, List<ProjectFileView> files) {

    /** One for each type that the call asks for, or for every type where it asks for none in particular. */
    static List<UploadSlot> of(List<AskedFile> asked, long maxBytes, List<ProjectFileView> files) {
        var wanted = asked.isEmpty()
                ? Arrays.stream(FileType.values())
                        .map(type -> new AskedFile(type, false, maxBytes))
                        .toList()
                : asked;
        return wanted.stream()
                .map(one -> new UploadSlot(
                        one.type(),
                        one.required(),
                        one.maxBytes(),
                        files.stream().filter(ofType(one.type())).toList()))
                .toList();
    }

    /** Whether the call has what it requires here. */
    public boolean filled() {
        return files.stream().anyMatch(UploadSlot::counts);
    }

    /** Whether a file is there to be replaced because it was refused. */
    public boolean refused() {
        return files.stream().anyMatch(file -> file.state() == FileState.REFUSED);
    }

    static boolean counts(ProjectFileView file) {
        return file.state() == FileState.UPLOADED || file.state() == FileState.CHECKED;
    }

    private static Predicate<ProjectFileView> ofType(FileType type) {
        return file -> file.type() == type;
    }
}
