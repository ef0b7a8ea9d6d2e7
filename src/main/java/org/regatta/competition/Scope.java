package org.regatta.competition;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.regatta.identity.Reach;

/** A viewer's reach as parameters of a list query. */
final class Scope {

    /** Condition over {@code c}, a row of {@code competition}. */
    static final String OF_COMPETITION = """
            (:everything or c.program_id = any(cast(:programs as uuid[])) or c.id = any(cast(:competitions as uuid[])))""";

    private Scope() {}

    static Map<String, Object> of(Reach reach) {
        return Map.of(
                "everything", reach.everything(),
                "programs", texts(reach.programIds()),
                "competitions", texts(reach.competitionIds()));
    }

    private static String[] texts(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
