package org.regatta.audit.verify;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.regatta.audit.verify.Checkpoint.Kind;

/** A bundle of any size. */
public final class ExampleBundle {

    private static final int SEALED_EVERY = 1_000;
    private static final String CHAIN = "0b5f1d0e-6c5e-4d6e-9b51-6f3f1f7b2a10";
    private static final SigningKey KEY = SigningKey.of(new byte[SigningKey.LENGTH]);

    private ExampleBundle() {}

    /** Writes one of that many entries, a checkpoint after every thousand; their bytes. */
    public static long write(Path file, int entries) throws IOException {
        var seals = new StringBuilder();
        var bytes = 0L;
        try (var zip = new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
            zip.putNextEntry(new ZipEntry("entries.txt"));
            var hash = ChainHash.start();
            for (int number = 1; number <= entries; number++) {
                var line = ExampleEntries.line(number, hash);
                zip.write(line.bytes());
                zip.write('\n');
                bytes += line.bytes().length + 1;
                hash = line.hash();
                if (number % SEALED_EVERY == 0 || number == entries) {
                    seals.append(Checkpoint.sign(CHAIN, Kind.SEAL, number, hash, Instant.EPOCH, KEY)
                                    .text())
                            .append('\n');
                }
            }
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("checkpoints.txt"));
            zip.write(seals.toString().getBytes(StandardCharsets.US_ASCII));
            zip.closeEntry();
        }
        return bytes;
    }
}
