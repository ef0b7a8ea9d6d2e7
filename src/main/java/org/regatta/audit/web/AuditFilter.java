package org.regatta.audit.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.audit.AuditQuery;
import org.regatta.shared.web.list.ListAddress;
import org.regatta.shared.web.list.ListView;
import org.springframework.format.annotation.DateTimeFormat;

/**
 * What somebody looks for, as it stands in the address.
 *
 * @param from first day, in the viewer's zone
 * @param until last day, in the viewer's zone
 * @param sort null: the latest first
 * @param descending whether the latest come first
 */
record AuditFilter(
        @Nullable String person,
        @Nullable String subject,
        @Nullable String type,
        @Nullable UUID competition,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate until,

        @Nullable Sort sort,
        @Nullable Boolean descending) {

    /** The log has one order, in two directions. */
    enum Sort {
        /** By the moment; the latest first where nobody asks for another order. */
        WHEN
    }

    /** Whether the log is read from its beginning. */
    public boolean earliestFirst() {
        return sort != null && !Boolean.TRUE.equals(descending);
    }

    AuditQuery in(ZoneId zone) {
        return new AuditQuery(
                person,
                subject,
                type,
                competition,
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                until == null ? null : until.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** The view's address under this path. */
    public String address(String path) {
        return at(path).here();
    }

    /** What the page's pills ask. */
    public ListView list() {
        return ListView.sorted(at("/audit"), Sort.WHEN, !earliestFirst(), Sort.WHEN)
                .falling(Sort.WHEN);
    }

    /** The same from behind an entry on. */
    public String behind(UUID entry) {
        return list().address().with("before", entry).here();
    }

    /** Whether anything is looked for. */
    public boolean narrows() {
        return list().narrowed();
    }

    private ListAddress at(String path) {
        return ListAddress.at(path)
                .with("person", person)
                .with("subject", subject)
                .with("type", type)
                .with("competition", competition)
                .with("from", from)
                .with("until", until);
    }
}
