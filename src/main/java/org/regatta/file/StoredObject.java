package org.regatta.file;

import java.util.Optional;

/** The content of a file as the store has it. */
record StoredObject(MinioFiles store, String key) implements ContentCheck.Content {

    @Override
    public Optional<Long> size() {
        return store.size(key);
    }

    @Override
    public byte[] read(long offset, int length) {
        return store.read(key, offset, length);
    }
}
