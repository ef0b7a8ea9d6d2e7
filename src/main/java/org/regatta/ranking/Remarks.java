package org.regatta.ranking;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.ranking.RankingDoor.Opened;
import org.regatta.rubric.ScoreValue;
import org.regatta.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What jurors wrote, beside what they scored, for those who may read the evaluations of others. */
@Service
@Transactional(readOnly = true)
public class Remarks {

    private static final TypeReference<Map<String, ScoreValue>> SCORES = new TypeReference<>() {};

    private final RankingDoor door;
    private final RankingStore store;
    private final Access access;
    private final JdbcClient database;
    private final RankingJson json;

    Remarks(RankingDoor door, RankingStore store, Access access, JdbcClient database, RankingJson json) {
        this.door = door;
        this.store = store;
        this.access = access;
        this.database = database;
        this.json = json;
    }

    /**
     * By project and juror's label, of those whose scores count; nothing about projects whose evaluations the viewer may not read. Refusals as of {@link
     * Rankings#current}.
     */
    public List<Remark> of(UUID roundId, Collection<UUID> projectIds) {
        var opened = door.open(roundId);
        var readable = projectIds.stream().filter(one -> mayRead(opened, one)).toList();
        return database.sql("""
                        select e.project_id, e.juror_id, j.label, e.comment, e.scores
                        from evaluation e join juror j on j.id = e.juror_id
                        join assignment a on a.id = e.assignment_id
                        where e.round_id = :round and e.state = 'SUBMITTED' and a.state = 'ACTIVE'
                          and e.project_id = any(cast(:projects as uuid[]))
                        order by j.label collate natural_order, j.id""")
                .param("round", roundId)
                .param("projects", Ids.texts(readable))
                .query((row, number) -> new Remark(
                        row.getObject("project_id", UUID.class),
                        row.getObject("juror_id", UUID.class),
                        row.getString("label"),
                        row.getString("comment"),
                        texts(row.getString("scores"))))
                .list();
    }

    private boolean mayRead(Opened opened, UUID projectId) {
        var deliberating = store.inDeliberation(opened.round().id());
        return access.may(
                deliberating ? Action.READ_EVALUATIONS_IN_DELIBERATION : Action.READ_EVALUATIONS_AFTER_CLOSE,
                opened.round().place().withProject(projectId));
    }

    private Map<String, String> texts(String stored) {
        var texts = new LinkedHashMap<String, String>();
        json.read(stored, SCORES).forEach((key, answer) -> {
            var text = answer.text();
            if (text != null && !text.isBlank()) {
                texts.put(key, text);
            }
        });
        return texts;
    }
}
