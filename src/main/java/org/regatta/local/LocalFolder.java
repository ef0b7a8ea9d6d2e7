package org.regatta.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.regatta.ops.StartRefused;

/** The folder with everything that is kept, for one Regatta at a time: the lock ends with the process, however it ends. */
final class LocalFolder implements AutoCloseable {

    private final Path path;
    private final FileChannel channel;

    private LocalFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Takes the folder, and makes it where it is missing.
     *
     * @throws StartRefused if another process has it
     */
    static LocalFolder take(Path folder) {
        var path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            var channel = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                throw new StartRefused(
                        "Another Regatta uses the folder " + path + holder(path) + ".",
                        "Stop that one, or give this one a folder and ports of its own with the variables"
                                + " REGATTA_LOCAL_FOLDER, SERVER_PORT, REGATTA_LOCAL_STORAGE_PORT and"
                                + " REGATTA_LOCAL_MAIL_PORT.");
            }
            Files.writeString(
                    path.resolve("pid"), String.valueOf(ProcessHandle.current().pid()));
            return new LocalFolder(path, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use the folder " + path, e);
        }
    }

    /** A file or folder inside. */
    Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (java.nio.channels.OverlappingFileLockException e) {
            return null; // taken by this very process
        }
    }

    private static String holder(Path path) throws IOException {
        var pid = path.resolve("pid");
        return Files.exists(pid) ? " (process " + Files.readString(pid) + ")" : "";
    }
}
