package org.regatta.file;

import io.minio.messages.Part;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regatta.file.StoredFileRepository.Kept;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way of a file's bytes: browsers send them to the store and fetch them there. Always in parts, since these can be
 * resumed, and since their addresses are void once the file is put together: what was checked cannot be overwritten.
 * Holds no transaction while it talks to the store; the module that a file belongs to has asked for the rights.
 */
@Service
@Transactional(propagation = Propagation.SUPPORTS)
public class Transfers {

    private static final long PART_BYTES = 8L << 20;
    /** S3 takes ten thousand; fewer make lists short. */
    private static final long MOST_PARTS = 1_000;

    private final StoredFileRepository repository;
    private final MinioFiles store;
    private final Presigner presigner;
    private final FileProperties properties;
    private final Clock clock;

    Transfers(
            StoredFileRepository repository,
            MinioFiles store,
            Presigner presigner,
            FileProperties properties,
            Clock clock) {
        this.repository = repository;
        this.store = store;
        this.presigner = presigner;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Which parts of an announced file have not arrived, and where to send them.
     *
     * @throws FileNotExpected if nothing more is uploaded for it
     * @throws StoreUnreachable if the store does not answer; the file stays announced
     */
    public MissingParts missing(UUID id) {
        if (!repository.touch(id)) {
            throw new FileNotExpected(kept(id).state());
        }
        var file = kept(id);
        var uploadId = file.uploadId() == null ? begin(file) : file.uploadId();
        var arrived = store.parts(file.objectKey(), uploadId);
        if (arrived.isEmpty()) {
            repository.lost(id, uploadId);
            uploadId = begin(file);
        }
        return missing(file, uploadId, arrived.orElse(List.of()));
    }

    /**
     * Puts the parts of an announced file together; nothing happens to a file for which that was done.
     *
     * @throws UploadIncomplete if parts are missing
     * @throws FileNotExpected if it was removed
     * @throws StoreUnreachable if the store does not answer; try again
     */
    public void assemble(UUID id) {
        var file = kept(id);
        if (file.state() == FileState.REMOVED) {
            throw new FileNotExpected(file.state());
        }
        if (file.state() != FileState.ANNOUNCED) {
            return;
        }
        var uploadId = file.uploadId();
        var arrived = uploadId == null
                ? List.<Part>of()
                : store.parts(file.objectKey(), uploadId).orElse(List.of());
        var missing =
                uploadId == null || !missing(file, uploadId, arrived).missing().isEmpty();
        if (uploadId != null && !missing) {
            store.assemble(file.objectKey(), uploadId, arrived);
        } else if (store.size(file.objectKey()).orElse(-1L) != file.sizeBytes()) { // else an answer was lost
            throw new UploadIncomplete(bytes(file, arrived), file.sizeBytes());
        }
    }

    /**
     * Where a checked file can be fetched for a short time, always as an attachment.
     *
     * @param name for whoever saves it
     * @throws FileNotChecked if it is not to be read
     */
    public URI download(UUID id, String name) {
        var file = kept(id);
        if (file.state() != FileState.CHECKED) {
            throw new FileNotChecked(file.state());
        }
        return presigner.download(file.objectKey(), name);
    }

    /** Where browsers send parts to, for the content security policy of the page that does. */
    public URI endpoint() {
        return properties.shownEndpoint();
    }

    private Kept kept(UUID id) {
        return repository.find(id).orElseThrow();
    }

    private String begin(Kept file) {
        var uploadId = store.begin(file.objectKey());
        if (repository.begun(file.id(), uploadId)) {
            return uploadId;
        }
        store.abort(file.objectKey(), uploadId);
        var now = kept(file.id());
        if (now.uploadId() == null) {
            throw new FileNotExpected(now.state());
        }
        return now.uploadId();
    }

    private MissingParts missing(Kept file, String uploadId, List<Part> arrived) {
        var sizes = sizes(arrived);
        var missing = new ArrayList<MissingParts.Part>();
        for (int number = 1; offset(file, number) < file.sizeBytes() && missing.size() < MissingParts.MOST; number++) {
            var length = length(file, number);
            if (sizes.getOrDefault(number, -1L) != length) {
                missing.add(new MissingParts.Part(
                        number,
                        offset(file, number),
                        length,
                        presigner.part(file.objectKey(), uploadId, number, length)));
            }
        }
        return new MissingParts(
                bytes(file, arrived), file.sizeBytes(), missing, clock.instant().plus(properties.uploadLink()));
    }

    private static Map<Integer, Long> sizes(List<Part> parts) {
        var sizes = new HashMap<Integer, Long>();
        parts.forEach(part -> sizes.put(part.partNumber(), part.partSize()));
        return sizes;
    }

    private static long bytes(Kept file, List<Part> arrived) {
        return arrived.stream()
                .filter(part -> part.partSize() == length(file, part.partNumber()))
                .mapToLong(Part::partSize)
                .sum();
    }

    private static long partBytes(Kept file) {
        return Math.max(PART_BYTES, Math.ceilDiv(file.sizeBytes(), MOST_PARTS));
    }

    private static long offset(Kept file, int number) {
        return (number - 1) * partBytes(file);
    }

    private static long length(Kept file, int number) {
        return Math.min(partBytes(file), file.sizeBytes() - offset(file, number));
    }
}
