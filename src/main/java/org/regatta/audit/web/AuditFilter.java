package org.regatta.audit.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.audit.AuditQuery;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody looks for, as it stands in the address.
 *
 * @param from first day, in the viewer's zone
 * @param until last day, in the viewer's zone
 */
record AuditFilter(
        @Nullable String person,
        @Nullable String subject,
        @Nullable String type,
        @Nullable UUID competition,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
        LocalDate until) {

    AuditQuery in(ZoneId zone) {
        return new AuditQuery(
                person,
                subject,
                type,
                competition,
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                until == null ? null : until.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** The view's address under this path, with what follows the last parameter still to come. */
    public String address(String path) {
        var address = UriComponentsBuilder.fromPath(path);
        add(address, "person", person);
        add(address, "subject", subject);
        add(address, "type", type);
        add(address, "competition", competition);
        add(address, "from", from);
        add(address, "until", until);
        return address.encode().toUriString();
    }

    /** The same from behind an entry on. */
    public String behind(UUID entry) {
        var address = address("/audit");
        return address + (address.contains("?") ? "&" : "?") + "before=" + entry;
    }

    /** The same in all competitions. */
    public String everywhere() {
        return new AuditFilter(person, subject, type, null, from, until).address("/audit");
    }

    /** Whether anything is looked for. */
    public boolean narrows() {
        return !address("").isEmpty();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable Object value) {
        if (value != null && !value.toString().isBlank()) {
            address.queryParam(name, "{" + name + "}").uriVariables(Map.of(name, value.toString()));
        }
    }
}
