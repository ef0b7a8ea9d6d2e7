package org.regatta.file;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What is in a zip file, by its central directory (PKWARE APPNOTE 4.3.12 and 4.3.16): two reads, nothing unpacked, so that
 * no bomb goes off. Zip64 and directories over 4 MiB are no documents.
 */
final class ZipDirectory {

    private static final int END = 0x06054b50;
    private static final int END_BYTES = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_BYTES = 46;
    private static final int LARGEST_BYTES = 4 << 20;

    private ZipDirectory() {}

    /** The names of all entries in lower case; empty if the directory cannot be read. */
    static Optional<Set<String>> of(ContentCheck.Content content, long size) {
        var tailBytes = (int) Math.min(size, END_BYTES + LONGEST_COMMENT);
        var tail = ByteBuffer.wrap(content.read(size - tailBytes, tailBytes)).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = tail.limit() - END_BYTES; at >= 0; at--) {
            if (tail.getInt(at) == END) {
                return entries(content, size, tail, at);
            }
        }
        return Optional.empty();
    }

    private static Optional<Set<String>> entries(ContentCheck.Content content, long size, ByteBuffer tail, int at) {
        var count = Short.toUnsignedInt(tail.getShort(at + 10));
        var length = Integer.toUnsignedLong(tail.getInt(at + 12));
        var offset = Integer.toUnsignedLong(tail.getInt(at + 16));
        if (length > LARGEST_BYTES || offset + length > size) {
            return Optional.empty();
        }
        var directory = ByteBuffer.wrap(content.read(offset, (int) length)).order(ByteOrder.LITTLE_ENDIAN);
        var names = new HashSet<String>();
        for (int entry = 0; entry < count; entry++) {
            if (directory.remaining() < ENTRY_BYTES || directory.getInt(directory.position()) != ENTRY) {
                return Optional.empty();
            }
            var start = directory.position();
            var name = new byte[Short.toUnsignedInt(directory.getShort(start + 28))];
            var skipped = Short.toUnsignedInt(directory.getShort(start + 30))
                    + Short.toUnsignedInt(directory.getShort(start + 32));
            directory.position(start + ENTRY_BYTES);
            if (directory.remaining() < name.length + skipped) {
                return Optional.empty();
            }
            directory.get(name);
            directory.position(directory.position() + skipped);
            names.add(new String(name, StandardCharsets.UTF_8).toLowerCase(Locale.ROOT));
        }
        return Optional.of(names);
    }
}
