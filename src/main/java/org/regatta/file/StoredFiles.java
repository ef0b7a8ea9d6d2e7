package org.regatta.file;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.stream.Collectors;
import org.regatta.shared.Finding;
import org.regatta.shared.Ids;
import org.regatta.shared.InvalidInput;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is known of files, from their announcement to their end. The module that a file belongs to has asked for the
 * rights; what the store is told is at {@link Transfers}.
 */
@Service
@Transactional
public class StoredFiles {

    /** After it, an upload that was being put together when its file was removed has ended too. */
    static final Duration ASSEMBLED = Duration.ofMinutes(2);

    private static final int LONGEST_NAME = 200;
    private static final int KEY_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final StoredFileRepository repository;
    private final FileProperties properties;

    StoredFiles(StoredFileRepository repository, FileProperties properties) {
        this.repository = repository;
        this.properties = properties;
    }

    /**
     * Announces a file. Nothing is asked of the store, so that it may be down.
     *
     * @return its id
     * @throws InvalidInput naming {@code name} and {@code sizeBytes} where they are wrong
     */
    public UUID announce(NewFile file) {
        var findings = new ArrayList<Finding>();
        name(file, findings);
        size(file, findings);
        if (!findings.isEmpty()) {
            throw new InvalidInput("This file cannot be taken; nothing was uploaded.", findings);
        }
        var id = Ids.next();
        var key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        repository.insert(id, HexFormat.of().formatHex(key), file);
        return id;
    }

    /**
     * Puts a file into quarantine after {@link Transfers#assemble}; its check comes by itself.
     *
     * @return false if it was there already
     * @throws FileNotExpected if it was removed meanwhile
     */
    public boolean uploaded(UUID id) {
        if (repository.uploaded(id)) {
            return true;
        }
        var state = repository.find(id).orElseThrow().state();
        if (state == FileState.REMOVED) {
            throw new FileNotExpected(state);
        }
        return false;
    }

    /** Calls a file otherwise, for a name that must not stay; one that was removed has none and gets none. */
    public void rename(UUID id, String name) {
        repository.rename(id, name);
    }

    /** Takes a file away for good; false if it was away already. */
    public boolean remove(UUID id) {
        return repository.remove(id, ASSEMBLED);
    }

    /**
     * One file.
     *
     * @throws NoSuchElementException if there is none of this id
     */
    @Transactional(readOnly = true)
    public StoredFile get(UUID id) {
        return repository.byIds(List.of(id)).stream().findFirst().orElseThrow();
    }

    /** The files of these ids; unknown ids are left out. */
    @Transactional(readOnly = true)
    public Map<UUID, StoredFile> byIds(Collection<UUID> ids) {
        var files = new HashMap<UUID, StoredFile>();
        repository.byIds(ids).forEach(file -> files.put(file.id(), file));
        return files;
    }

    /** The largest file that is taken at all, in bytes. */
    public long maxBytes() {
        return properties.maxSize().toBytes();
    }

    private static void name(NewFile file, List<Finding> findings) {
        var name = file.name();
        if (name.isBlank() || name.length() > LONGEST_NAME || name.codePoints().anyMatch(StoredFiles::unfit)) {
            findings.add(new Finding(
                    "name",
                    "The name is empty, longer than " + LONGEST_NAME
                            + " characters, or has characters no file name has.",
                    "Rename the file and choose it again."));
        } else if (FileFormat.ofName(name).filter(file.accepts()::contains).isEmpty()) {
            var endings = file.accepts().stream()
                    .sorted()
                    .flatMap(format -> format.endings().stream())
                    .collect(Collectors.joining(", "));
            findings.add(new Finding(
                    "name",
                    "A file with this ending is not taken here.",
                    "Choose a file that ends with \"" + endings + "\"."));
        }
    }

    private static boolean unfit(int letter) {
        return Character.isISOControl(letter)
                || letter == '/'
                || letter == '\\'
                || Character.getType(letter) == Character.FORMAT
                || Character.getType(letter) == Character.SURROGATE;
    }

    private void size(NewFile file, List<Finding> findings) {
        var most = Math.min(file.maxBytes(), maxBytes());
        if (file.sizeBytes() < 1) {
            findings.add(new Finding("sizeBytes", "The file is empty.", "Choose the file again."));
        } else if (file.sizeBytes() > most) {
            findings.add(new Finding(
                    "sizeBytes",
                    "The file is too large; at most " + (most / 1_048_576) + " megabytes are taken.",
                    "Make it smaller, or split it."));
        }
    }
}
