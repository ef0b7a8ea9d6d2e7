package org.regatta.identity.session;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regatta.identity.PersonalData;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** Where a person is signed in, with address and browser. An erased person's sessions end as those of a closed account. */
@Component
class SessionData implements PersonalData {

    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    SessionData(FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.sessions = sessions;
    }

    @Override
    public String part() {
        return "sessions";
    }

    @Override
    public Map<String, List<Map<String, Object>>> of(UUID personId) {
        return Map.of(
                "sessions",
                sessions.findByPrincipalName(personId.toString()).values().stream()
                        .map(SessionData::row)
                        .toList());
    }

    private static Map<String, Object> row(Session session) {
        var row = new LinkedHashMap<String, Object>();
        Instant signedInAt = session.getAttributeOrDefault(SessionNotes.SIGNED_IN_AT, session.getCreationTime());
        row.put("address", session.getAttributeOrDefault(SessionNotes.ADDRESS, ""));
        row.put("agent", session.getAttributeOrDefault(SessionNotes.AGENT, ""));
        row.put("signed_in_at", signedInAt.toString());
        row.put("last_access_at", session.getLastAccessedTime().toString());
        return row;
    }
}
