package org.regatta.identity;

import java.time.ZoneId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * In which zone pages show the viewer times: the one they chose; until then the one of the competition the times belong to,
 * and UTC where they belong to none. Fields in which times are typed stay in the competition's, and say so.
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

    /** For times that belong to a competition. */
    public ZoneId or(ZoneId competitions) {
        return chosen().orElse(competitions);
    }

    /** For times that belong to no competition, or to several. */
    public ZoneId own() {
        return chosen().orElse(NOT_CHOSEN);
    }
}
