package org.regatta.imports;

import java.util.List;
import java.util.UUID;
import org.regatta.competition.Rounds;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The scores that jurors gave elsewhere. They are kept beside the competition and count for nothing until a juror's task
 * is completed with them.
 */
@Service
public class ImportedScores {

    private final JdbcClient client;
    private final Rounds rounds;
    private final Access access;

    ImportedScores(JdbcClient client, Rounds rounds, Access access) {
        this.client = client;
        this.rounds = rounds;
        this.access = access;
    }

    /**
     * One score.
     *
     * @param criterion key
     * @param value as the rubric writes it: a number, an option's value, yes or no, a text
     */
    public record ImportedScore(UUID projectId, UUID jurorId, String criterion, String value) {}

    /**
     * The scores of a round, by project and juror; empty where none were imported.
     *
     * @throws org.regatta.identity.NotVisible if the round is unknown to the viewer
     */
    @Transactional(readOnly = true)
    public List<ImportedScore> of(UUID roundId) {
        access.require(Action.IMPORT, rounds.get(roundId).place());
        return client.sql("""
                        select project_id, juror_id, criterion, value from imported_score
                         where round_id = :roundId order by project_id, juror_id, criterion
                        """)
                .param("roundId", roundId)
                .query(ImportedScore.class)
                .list();
    }
}
