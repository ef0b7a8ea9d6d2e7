package org.regatta.ranking;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regatta.identity.PersonalData;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rankings a person approved; they are results and stay under the id. */
@Component
class ApproverData implements PersonalData {

    private static final Map<String, String> QUERIES = Map.of("approvals", """
        select r.name as round, cast(k.approved_at as text) as approved_at
          from ranking k join round r on r.id = k.round_id where k.approved_by = :person order by k.id\
        """);

    private final JdbcClient jdbc;

    ApproverData(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String part() {
        return "ranking";
    }

    @Override
    public Map<String, List<Map<String, Object>>> of(UUID personId) {
        return PersonalData.rows(jdbc, personId, QUERIES);
    }
}
