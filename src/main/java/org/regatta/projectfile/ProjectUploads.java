package org.regatta.projectfile;

import java.util.List;
import java.util.UUID;
import org.regatta.file.MissingParts;
import org.regatta.file.Transfers;
import org.springframework.stereotype.Service;

/**
 * What a team does with the files of its project: announce, send in parts, complete, remove. The store is talked to between
 * transactions, not in them: where it is dead, what was announced stays and is tried again.
 */
@Service
public class ProjectUploads {

    private final ProjectFileWrites writes;
    private final Transfers transfers;

    ProjectUploads(ProjectFileWrites writes, Transfers transfers) {
        this.writes = writes;
        this.transfers = transfers;
    }

    /**
     * Announces a file, or finds the one that the team announced before and did not finish.
     *
     * @return its id
     * @throws org.regatta.project.ProjectEnded if the project was handed in, unless a file of the type was refused
     * @throws org.regatta.project.IntakeClosed if the competition takes no projects from teams now
     * @throws FileNotAsked if the call asks for other files
     * @throws TooManyFiles if the project has as many as it can have
     * @throws org.regatta.shared.InvalidInput naming {@code name} and {@code sizeBytes} where they are wrong
     */
    public UUID announce(UUID projectId, NewProjectFile file) {
        return writes.announce(projectId, file);
    }

    /**
     * Which parts have not arrived, and where to send them.
     *
     * @throws org.regatta.file.FileNotExpected if nothing more is uploaded for it
     * @throws org.regatta.file.StoreUnreachable if the store does not answer; the file stays announced
     */
    public MissingParts missing(UUID projectId, UUID fileId) {
        writes.expect(projectId, fileId);
        return transfers.missing(fileId);
    }

    /**
     * Says that all parts are sent; the file goes into quarantine and is checked by itself. Publishes {@link
     * ProjectFileUploaded} the first time, and nothing happens when repeated. The file that it replaces goes.
     *
     * @throws org.regatta.file.UploadIncomplete if parts are missing
     * @throws org.regatta.file.StoreUnreachable if the store does not answer; try again
     */
    public void complete(UUID projectId, UUID fileId) {
        writes.expect(projectId, fileId);
        transfers.assemble(fileId);
        writes.uploaded(projectId, fileId);
    }

    /** Takes a file away for good; publishes {@link ProjectFileRemoved}. */
    public void remove(UUID projectId, UUID fileId) {
        writes.remove(projectId, fileId);
    }

    /** What the open call asks the project's team for; empty: nothing in particular, or no call is open. */
    public List<AskedFile> asked(UUID projectId) {
        return writes.asked(projectId);
    }
}
