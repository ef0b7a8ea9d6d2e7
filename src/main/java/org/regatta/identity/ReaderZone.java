package org.regatta.identity;

import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * In which zone pages, calendar files and letters show their reader times: the one they chose; until then the one of the competition
 * the times belong to, each by itself where a list has several, and UTC where they belong to none. Fields in which times are
 * typed stay in the competition's, and say so. Nothing else decides about zones.
 */
@Component("readerZone")
public class ReaderZone {

    /** Written {@code UTC}, not {@code Z}. */
    private static final ZoneId NOT_CHOSEN = ZoneId.of("UTC");

    private final Access access;
    private final JdbcClient database;

    ReaderZone(Access access, JdbcClient database) {
        this.access = access;
        this.database = database;
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

    /** The zones that these people chose, for what they read elsewhere, as a letter; who chose none is absent. */
    public Map<UUID, ZoneId> chosen(Collection<UUID> personIds) {
        var chosen = new HashMap<UUID, ZoneId>();
        database.sql("select id, zone from person where id = any(cast(:ids as uuid[])) and zone is not null")
                .param("ids", Ids.texts(personIds))
                .query(row -> {
                    chosen.put(row.getObject("id", UUID.class), ZoneId.of(row.getString("zone")));
                });
        return chosen;
    }
}
