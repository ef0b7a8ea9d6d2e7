package org.regatta.identity.web.people;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.ReaderZone;
import org.springframework.stereotype.Component;

/** Turns days that are typed into moments, in the zone of who types. */
@Component
class Days {

    private final ReaderZone zone;

    Days(ReaderZone zone) {
        this.zone = zone;
    }

    @Nullable
    Instant startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(zone.own()).toInstant();
    }

    /** The first moment of the next day. */
    @Nullable
    Instant endOf(@Nullable LocalDate day) {
        return day == null ? null : startOf(day.plusDays(1));
    }
}
