package org.regatta.competition;

import java.util.Map;
import org.regatta.identity.Reach;
import org.regatta.shared.Ids;

/** A viewer's reach as parameters of a list query. */
final class Scope {

    /** Condition over {@code c}, a row of {@code competition}. */
    static final String OF_COMPETITION = """
            (:everything or c.program_id = any(cast(:programs as uuid[])) or c.id = any(cast(:competitions as uuid[])))""";

    private Scope() {}

    static Map<String, Object> of(Reach reach) {
        return Map.of(
                "everything", reach.everything(),
                "programs", Ids.texts(reach.programIds()),
                "competitions", Ids.texts(reach.competitionIds()));
    }
}
