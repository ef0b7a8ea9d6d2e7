package org.regatta.workflow;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the modules that own competitions, rounds and projects tell the inbox about them, so that a task can be shown
 * with the thing it is about. Asked only for what the viewer's own tasks name.
 */
public interface TaskSubjects {

    /** Those of {@code ids} this module owns, by id; the same number of statements for one and for many. */
    Map<UUID, Subject> byIds(Collection<UUID> ids);

    /**
     * What a task is about.
     *
     * @param number the project's number; null for competitions and rounds
     * @param text the project's summary, with what else jurors may read; empty where there is none
     * @param address of its page
     * @param zone the competition's; null for projects
     * @param closesAt the deadline of a round; null where there is none
     */
    record Subject(
            UUID id,
            String title,
            @Nullable String number,
            String text,
            String address,
            @Nullable ZoneId zone,
            @Nullable Instant closesAt) {}
}
