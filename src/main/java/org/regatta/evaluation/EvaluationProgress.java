package org.regatta.evaluation;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far the evaluations of one project are. Called by the process; checks no rights. */
@Service
@Transactional(readOnly = true)
public class EvaluationProgress {

    private final JdbcClient jdbc;
    private final EvaluationProperties properties;

    EvaluationProgress(JdbcClient jdbc, EvaluationProperties properties) {
        this.jdbc = jdbc;
        this.properties = properties;
    }

    /** Whether a juror may still take back what was just handed in; a round that closes by itself waits so long. */
    public boolean justSubmitted(UUID roundId) {
        return jdbc.sql("""
                        select exists (
                            select 1 from evaluation
                            where round_id = :round and state = 'SUBMITTED'
                                and submitted_at > clock_timestamp() - make_interval(secs => :seconds))""")
                .param("round", roundId)
                .param("seconds", properties.takeBack().toMillis() / 1000.0)
                .query(Boolean.class)
                .single();
    }

    /** The persons whose evaluation of the project is not in, by their labels as people count. */
    public List<UUID> awaited(UUID roundId, UUID projectId) {
        return jdbc.sql("""
                        select a.person_id from assignment a
                        join juror j on j.id = a.juror_id
                        left join evaluation e on e.assignment_id = a.id
                        where a.round_id = :round and a.project_id = :project and a.state = 'ACTIVE'
                            and e.state is distinct from 'SUBMITTED'
                        order by j.label collate natural_order, a.id""")
                .param("round", roundId)
                .param("project", projectId)
                .query(UUID.class)
                .list();
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
