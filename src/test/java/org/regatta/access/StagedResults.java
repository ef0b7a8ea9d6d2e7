package org.regatta.access;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regatta.ranking.Calibration;
import org.regatta.shared.Ids;

/** The ranking of a staged competition and what is decided on it, released or not. */
final class StagedResults {

    private final World world;
    private final Rows rows;
    private final Stage stage;
    private final Map<String, Object> objects;

    StagedResults(World world, Stage stage, Map<String, Object> objects) {
        this.world = world;
        this.rows = world.rows;
        this.stage = stage;
        this.objects = objects;
    }

    void put() {
        var calibration = world.context.getBean(Calibration.class);
        calibration.compute(id("round"));
        calibration.approve(id("round"), world.person("superAdmin"));
        var released = stage == Stage.RELEASED;
        for (var project : List.of("project", "otherProject", "jurorsProject")) {
            rows.put(
                    """
                    insert into decision (id, round_id, project_id, rank, cumulative_result, proposed, outcome, reason, state,
                                          prepared_by, prepared_at)
                    select ?, ?, r.project_id, r.rank, r.cumulative_result, 'ADVANCES', 'ADVANCES', 'Good.', ?, ?, now()
                    from ranking_row r join ranking k on k.id = r.ranking_id where k.round_id = ? and r.project_id = ?""",
                    Ids.next(),
                    id("verdict"),
                    released ? "RELEASED" : "PREPARED",
                    world.person("programAdmin"),
                    id("round"),
                    id(project));
        }
        if (released) {
            rows.put("update decision set approved_at = now(), released_at = now() where round_id = ?", id("verdict"));
        } else {
            batch();
        }
    }

    private void batch() {
        rows.put(
                "insert into decision_batch (id, round_id, person_id, made_at) values (?, ?, ?, now())",
                id("batch"),
                id("verdict"),
                world.person("programAdmin"));
        rows.put("""
                insert into decision_batch_row (batch_id, project_id, reason, state, version_after)
                values (?, ?, '', 'PROPOSED', 0)""", id("batch"), id("otherProject"));
    }

    private UUID id(String name) {
        return (UUID) objects.computeIfAbsent(name, ignored -> Ids.next());
    }
}
