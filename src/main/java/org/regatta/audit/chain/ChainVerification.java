package org.regatta.audit.chain;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.regatta.audit.verify.ChainCheck;
import org.regatta.audit.verify.Checkpoint;
import org.regatta.audit.verify.Flaw;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Verifies the chain as it lies in the database, against its checkpoints and their copies outside. */
@Component
class ChainVerification {

    private static final Logger LOG = LoggerFactory.getLogger(ChainVerification.class);

    private final ChainReader reader;
    private final OutsideCopies copies;

    ChainVerification(ChainReader reader, OutsideCopies copies) {
        this.reader = reader;
        this.copies = copies;
    }

    /**
     * What was found.
     *
     * @param checked how many entries
     * @param sealed the last entry that a checkpoint seals
     */
    record Outcome(long checked, long sealed, @Nullable Flaw flaw) {}

    /** Reads everything once, in one snapshot; entries behind the last checkpoint are expected to be there. */
    @Transactional(isolation = Isolation.REPEATABLE_READ, readOnly = true)
    public Outcome verify() {
        List<Checkpoint> checkpoints;
        try {
            checkpoints = new ArrayList<>(reader.checkpoints());
            checkpoints.addAll(outside(checkpoints));
        } catch (ChainReader.Illegible altered) {
            return new Outcome(0, 0, ChainCheck.illegible(altered.number()));
        }
        var forged = ChainCheck.forged(checkpoints, Set.of());
        if (forged.isPresent()) {
            return new Outcome(0, 0, forged.get());
        }
        var check = ChainCheck.along(checkpoints);
        var first = check.expected();
        var flaws = new ArrayList<Flaw>();
        reader.read(first, Long.MAX_VALUE, Visible.ALL, entry -> {
            look(check, entry).ifPresent(flaws::add);
            return flaws.isEmpty();
        });
        var flaw = flaws.isEmpty() ? check.end().orElse(null) : flaws.getFirst();
        return new Outcome(check.expected() - first, check.sealed(), flaw);
    }

    private Optional<Flaw> look(ChainCheck check, StoredEntry entry) {
        var hash = entry.hash();
        var flaw = hash == null
                ? Optional.of(check.unreadable())
                : check.take(entry.number(), entry.own(entry.number()), hash, reader::has);
        return flaw.isPresent() || entry.besideFits() ? flaw : Optional.of(ChainCheck.beside(entry.number()));
    }

    private List<Checkpoint> outside(List<Checkpoint> known) {
        try {
            return copies.newest(known.isEmpty() ? 0 : known.getFirst().entries());
        } catch (UncheckedIOException unreachable) {
            LOG.warn("Audit verified without the copies outside cause={}", String.valueOf(unreachable.getCause()));
            return List.of();
        }
    }
}
