package org.regatta.audit.verify;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks the entries of an export against its checkpoints; in one pass, and a second one only to name a flaw. */
final class ExportCheck {

    /** Opens the entries anew from their beginning. */
    interface Entries {
        InputStream open() throws IOException;
    }

    /**
     * What was found.
     *
     * @param first number of the first entry that is kept
     * @param last of the last one that fits
     * @param erased entries whose personal data were erased or left out
     */
    record Report(long first, long last, long withheld, long erased, Optional<Flaw> flaw) {}

    private final Entries entries;
    private final ChainCheck check;
    private long withheld;
    private long erased;

    private ExportCheck(Entries entries, List<Checkpoint> checkpoints) {
        this.entries = entries;
        this.check = ChainCheck.along(checkpoints);
    }

    /**
     * Checks an export.
     *
     * @param trustedKeys ids of the keys a checkpoint may be signed with; empty: any
     * @throws IOException if it cannot be read
     */
    static Report check(Entries entries, List<Checkpoint> checkpoints, Set<String> trustedKeys) throws IOException {
        var forged = ChainCheck.forged(checkpoints, trustedKeys);
        if (forged.isPresent()) {
            return new Report(0, 0, 0, 0, forged);
        }
        return along(entries, checkpoints);
    }

    /** The same with checkpoints that are known to be genuine. */
    static Report along(Entries entries, List<Checkpoint> genuine) throws IOException {
        return new ExportCheck(entries, genuine).run();
    }

    private Report run() throws IOException {
        var first = check.expected();
        try (var lines = new Lines(entries.open())) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                var flaw = take(line);
                if (flaw.isPresent()) {
                    return report(first, flaw);
                }
            }
        }
        return report(first, check.end().or(check::unsealed));
    }

    private Optional<Flaw> take(byte[] line) {
        var entry = ExportedEntry.parse(line);
        if (entry == null) {
            return Optional.of(check.unreadable());
        }
        withheld += entry.withheld() ? 1 : 0;
        erased += entry.beside() == ExportedEntry.Beside.ERASED ? 1 : 0;
        return check.take(entry.number(), entry.own(), entry.hash(), this::stands)
                .or(entry::flawBeside);
    }

    private Report report(long first, Optional<Flaw> flaw) {
        return new Report(first, check.expected() - 1, withheld, erased, flaw);
    }

    private boolean stands(long number) {
        try (var lines = new Lines(entries.open())) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                if (ExportedEntry.number(line) == number) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
