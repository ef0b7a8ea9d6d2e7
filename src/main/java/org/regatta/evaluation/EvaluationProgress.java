package org.regatta.evaluation;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far the evaluations of one project are. Called by the process; checks no rights. */
@Service
@Transactional(readOnly = true)
public class EvaluationProgress {

    private final JdbcClient jdbc;

    EvaluationProgress(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether every juror still assigned to the project has handed in. */
    public boolean complete(UUID roundId, UUID projectId) {
        return jdbc.sql("""
                        select not exists (
                            select 1 from assignment a left join evaluation e on e.assignment_id = a.id
                            where a.round_id = :round and a.project_id = :project and a.state = 'ACTIVE'
                                and e.state is distinct from 'SUBMITTED')""")
                .param("round", roundId)
                .param("project", projectId)
                .query(Boolean.class)
                .single();
    }
}
