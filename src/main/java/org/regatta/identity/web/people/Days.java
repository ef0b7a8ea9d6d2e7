package org.regatta.identity.web.people;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Access;
import org.regatta.identity.People;
import org.springframework.stereotype.Component;

/** Turns days that are typed into moments, in the zone of who types. */
@Component
class Days {

    private final People people;
    private final Access access;

    Days(People people, Access access) {
        this.people = people;
        this.access = access;
    }

    @Nullable
    Instant startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(zone()).toInstant();
    }

    /** The first moment of the next day. */
    @Nullable
    Instant endOf(@Nullable LocalDate day) {
        return day == null ? null : startOf(day.plusDays(1));
    }

    private ZoneId zone() {
        var viewer = access.viewer().personId();
        var person = people.byIds(List.of(viewer)).get(viewer);
        return person == null ? ZoneOffset.UTC : person.zone();
    }
}
