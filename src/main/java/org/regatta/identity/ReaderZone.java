package org.regatta.identity;

import java.time.ZoneId;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * In which zone pages and calendar files show the viewer times: the one they chose; until then the one of the competition
 * the times belong to, each by itself where a list has several, and UTC where they belong to none. Fields in which times are
 * typed stay in the competition's, and say so. Nothing else decides about zones.
 */
@Component("readerZone")
public class ReaderZone {

    /** Written {@code UTC}, not {@code Z}. */
    private static final ZoneId NOT_CHOSEN = ZoneId.of("UTC");

    private final Access access;

    ReaderZone(Access access) {
        this.access = access;
    }

    /** The one the viewer chose; empty as long as none is. */
    public Optional<ZoneId> chosen() {
        return Optional.ofNullable(access.viewer().chosenZone());
    }

    /**
     * For times that belong to a competition.
     *
     * @param competitions its zone; null for times that belong to none
     */
    public ZoneId or(@Nullable ZoneId competitions) {
        return chosen().orElse(competitions == null ? NOT_CHOSEN : competitions);
    }

    /** The same where the competition's zone has to be looked up first. */
    public ZoneId or(Supplier<ZoneId> competitions) {
        return chosen().orElseGet(competitions);
    }

    /** For times that belong to no competition. */
    public ZoneId own() {
        return or((ZoneId) null);
    }
}
