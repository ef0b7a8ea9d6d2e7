package org.regatta.audit;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.audit.chain.AuditBundle;
import org.regatta.audit.chain.SealState;
import org.regatta.audit.chain.Seals;
import org.regatta.audit.chain.VerificationView;
import org.regatta.audit.chain.Verifications;
import org.regatta.identity.Access;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.BulkReads;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What observers do to trust the log: take it away as a bundle, fetch checkpoints, have it verified. */
@Service
public class AuditExports {

    private final AuditScope scope;
    private final AuditBundle bundle;
    private final Seals seals;
    private final Verifications verifications;
    private final BulkReads reads;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AuditExports(
            AuditScope scope,
            AuditBundle bundle,
            Seals seals,
            Verifications verifications,
            BulkReads reads,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.scope = scope;
        this.bundle = bundle;
        this.seals = seals;
        this.verifications = verifications;
        this.reads = reads;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the viewer may verify the log. */
    public boolean mayVerify() {
        return scope.mayVerify();
    }

    /** How far the log is sealed; empty before the first seal. */
    public Optional<SealState> seal() {
        return seals.last();
    }

    /** The verification asked for last, ended or not; empty before the first. */
    public Optional<VerificationView> verification() {
        return verifications.latest();
    }

    /**
     * Has the whole log verified, soon, by whichever node is free; publishes {@link VerificationAsked}.
     *
     * @throws ActionForbidden if the viewer may not
     */
    @Transactional
    public void verify() {
        scope.requireVerifying();
        var me = access.viewer().personId();
        verifications.ask(me);
        events.publishEvent(new VerificationAsked(me, clock.instant()));
    }

    /**
     * Seals the log as it is now: a checkpoint to keep outside.
     *
     * @return its text; empty where nothing has happened yet
     * @throws ActionForbidden if the viewer may not verify the log
     */
    public Optional<String> checkpoint() {
        scope.requireVerifying();
        return seals.now();
    }

    /**
     * Refuses who may not take the bundle away, before its first byte.
     *
     * @throws ActionForbidden if the viewer may not verify the log
     */
    public void requireBundle() {
        scope.requireVerifying();
    }

    /**
     * Seals the log and writes it as a bundle; says in the log itself that it was taken.
     *
     * @throws ActionForbidden if the viewer may not verify the log
     * @throws IOException if {@code out} takes no more
     */
    public void writeBundle(OutputStream out) throws IOException {
        var visible = scope.ofBundle();
        seals.now();
        // before the first byte: a reader that hangs up has read some of it
        reads.tell(
                "audit.bundle", null, null, seals.last().map(SealState::number).orElse(0L));
        bundle.write(out, visible);
    }

    /**
     * Says in the log that the viewer looked at what others did; nothing where they saw only own acts, or nobody's name.
     *
     * @param kind {@code audit.page} or {@code audit.history}
     * @param aboutId the competition or project whose history it was; null: the whole log
     */
    public void sawList(String kind, @Nullable UUID aboutId, @Nullable UUID competitionId, List<AuditEntryView> shown) {
        var me = access.viewer().personId();
        var others = shown.stream()
                .filter(entry -> entry.actorId() != null && !me.equals(entry.actorId()))
                .count();
        reads.tell(kind, aboutId, competitionId, others);
    }

    /** Says in the log that a part of it was taken away as a list: {@code audit.csv} or {@code audit.json}. */
    public void tookList(String kind, long rows) {
        reads.tell(kind, null, null, rows);
    }
}
