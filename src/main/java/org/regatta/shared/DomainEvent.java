package org.regatta.shared;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened, in the past tense; webhook names, mail templates and audit labels come from {@link #type}. */
public interface DomainEvent {

    /** As many members of a list as the audit log names; of longer lists it tells the length only. */
    int MOST_LISTED = 100;

    /** What happened to many at once, in parts of which the log names every member, in their order. */
    static <T> List<List<T>> together(List<T> all) {
        var parts = new ArrayList<List<T>>();
        for (int from = 0; from < all.size(); from += MOST_LISTED) {
            parts.add(List.copyOf(all.subList(from, Math.min(all.size(), from + MOST_LISTED))));
        }
        return parts;
    }

    /** The same of what is told also where it happened to none: there is one empty part then. */
    static <T> List<List<T>> togetherIfAny(List<T> all) {
        return all.isEmpty() ? List.of(List.of()) : together(all);
    }

    /** {@code <module>.<fact>}, for instance {@code evaluation.submitted}. */
    String type();

    /** The aggregate's id: business key, audit subject and webhook subject at once. */
    String subject();

    /** When it happened. */
    Instant occurredAt();

    /** Whose own act it was; null where a process or a schedule did it, be it inside somebody's request. */
    @Nullable
    UUID actor();

    /** The competition it belongs to; null for what stands outside of any. */
    default @Nullable UUID competitionId() {
        return null;
    }

    /** The program it belongs to, where it belongs to no single competition. */
    default @Nullable UUID programId() {
        return null;
    }
}
