package org.regatta.audit.chain;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.regatta.audit.chain.ChainReader.Note;
import org.regatta.audit.verify.ChainHash;
import org.regatta.audit.verify.Checkpoint.Kind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the chain as a file that anybody can verify without Regatta. Checks no rights. */
@Component
public class AuditBundle {

    private static final String READ_ME = """
            The audit log of Regatta, from the first entry kept to the last one sealed.

            entries.txt      one entry a line: number, hash in the chain, canonical text (RFC 8785, numbers with all their
                             digits); "withheld" and the entry's own hash where whoever made this file may not read it;
                             behind tabs, with their salts, the personal data beside the chain, where they may be read
                             and were not erased
            checkpoints.txt  signed statements (Ed25519): so many entries, this last hash, at this time

            own hash of an entry = SHA-256(0x00 text); hash in the chain = SHA-256(0x01 hash-before own-hash);
            before entry 1 stands SHA-256("regatta audit chain 1"), or the last PURGE checkpoint's hash where one is.

            Verify with:  java -jar regatta-verify.jar this.zip [--checkpoint FILE]... [--key ID]...
            Give it checkpoints that you fetched before this file: only they show that the end was not cut or all of it rewritten.
            """;

    private final ChainReader reader;

    AuditBundle(ChainReader reader) {
        this.reader = reader;
    }

    /**
     * Writes everything up to the last checkpoint.
     *
     * @param visible what whoever gets the file may read; of all else it holds the hashes
     * @return how many entries it shows
     * @throws IOException if {@code out} takes no more
     */
    @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
    public long write(OutputStream out, Visible visible) throws IOException {
        // one that was altered goes along: the verifier names it
        var checkpoints = reader.notes();
        var first = checkpoints.stream()
                .filter(one -> one.kind() == Kind.PURGE)
                .mapToLong(Note::number)
                .max()
                .orElse(0);
        var last = checkpoints.stream().mapToLong(Note::number).max().orElse(0);
        var zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16), StandardCharsets.UTF_8);
        text(zip, "README.txt", READ_ME);
        text(zip, "checkpoints.txt", checkpoints.stream().map(Note::note).collect(Collectors.joining("\n")));
        zip.putNextEntry(new ZipEntry("entries.txt"));
        var shown = new long[1];
        reader.read(first + 1, last, visible, entry -> {
            shown[0] += entry.visible() ? 1 : 0;
            write(zip, entry);
            return true;
        });
        zip.closeEntry();
        zip.finish();
        zip.flush();
        return shown[0];
    }

    private static void write(OutputStream out, StoredEntry entry) {
        try {
            out.write(line(entry).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the verifier reads it, see {@code ExportedEntry}. */
    private static String line(StoredEntry entry) {
        var hash = entry.hash();
        var line = new StringBuilder(300)
                .append(entry.number())
                .append(' ')
                .append(hash == null ? "" : ChainHash.hex(hash))
                .append(' ');
        if (!entry.visible()) {
            return line.append("withheld ")
                    .append(ChainHash.hex(entry.own(entry.number())))
                    .append('\n')
                    .toString();
        }
        line.append(entry.text(entry.number()));
        var beside = entry.beside();
        if (beside != null) {
            if (beside.viaSalt() != null && beside.via() != null) {
                line.append("\tvia ")
                        .append(ChainHash.hex(beside.viaSalt()))
                        .append(' ')
                        .append(beside.via());
            }
            if (beside.wordsSalt() != null && beside.words() != null) {
                line.append("\twords ")
                        .append(ChainHash.hex(beside.wordsSalt()))
                        .append(' ')
                        .append(beside.words());
            }
        }
        return line.append('\n').toString();
    }

    private static void text(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
