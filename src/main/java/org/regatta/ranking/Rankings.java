package org.regatta.ranking;

import java.util.List;
import java.util.UUID;
import org.regatta.competition.RoundLifecycle;
import org.regatta.competition.RoundStatus;
import org.regatta.competition.RoundView;
import org.regatta.competition.ScoringPolicy;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.NotVisible;
import org.regatta.ranking.scoring.Derivation;
import org.regatta.ranking.scoring.Ranked.JurorStatistics;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rankings as people read them: after the round closed, by those whose role allows it (jurors once they deliberate), and
 * without the projects that a conflict of interest hides from the reader.
 */
@Service
@Transactional(readOnly = true)
public class Rankings {

    private final RoundLifecycle rounds;
    private final RankingStore store;
    private final Access access;

    Rankings(RoundLifecycle rounds, RankingStore store, Access access) {
        this.rounds = rounds;
        this.store = store;
        this.access = access;
    }

    /**
     * How rows are sorted.
     *
     * @param column by which; projects without a value come last
     * @param descending the other way round
     */
    public record Order(Column column, boolean descending) {

        /** As ranked. */
        public static final Order AS_RANKED = new Order(Column.POSITION, false);

        /** What can be sorted by. */
        public enum Column {
            /** The ranking's own order. */
            POSITION,
            /** The project's public reference, 2 before 10. */
            NUMBER,
            /** The project's title. */
            TITLE,
            /** The result of this round alone. */
            STAGE_RESULT,
            /** The result with earlier rounds. */
            CUMULATIVE_RESULT
        }
    }

    /**
     * How one project's rank came about.
     *
     * @param policy the rules that were applied
     * @param derivation every score, correction and computation
     */
    public record DerivationView(UUID rankingId, RankingRowView row, ScoringPolicy policy, Derivation derivation) {}

    /**
     * The round's ranking, proposed or approved.
     *
     * @throws NotVisible if the viewer cannot see the round
     * @throws ScoresStillComing if the round is not closed
     * @throws RankingMissing if none is computed yet
     */
    public RankingView current(UUID roundId) {
        var round = readable(roundId);
        return store.view(currentId(roundId), access.withheld(round.competitionId()));
    }

    /** Its rows as ranked; refusals as of {@link #current}. */
    public Page<RankingRowView> rows(UUID roundId, PageRequest page) {
        return rows(roundId, Order.AS_RANKED, page);
    }

    /** Its rows in another order; refusals as of {@link #current}. */
    public Page<RankingRowView> rows(UUID roundId, Order order, PageRequest page) {
        var round = readable(roundId);
        return store.rows(currentId(roundId), access.withheld(round.competitionId()), order, page);
    }

    /**
     * How a project's rank came about; refusals as of {@link #current}.
     *
     * @throws NotVisible also if the project is not in the ranking, or a conflict of interest hides it
     */
    public DerivationView derivation(UUID roundId, UUID projectId) {
        var round = readable(roundId);
        var withheld = access.withheld(round.competitionId());
        if (withheld.contains(projectId)) {
            throw new NotVisible();
        }
        var id = currentId(roundId);
        var row = store.row(id, projectId).orElseThrow(NotVisible::new);
        return new DerivationView(id, row, store.view(id, withheld).policy(), store.derivation(id, projectId));
    }

    /** How the jurors of the round scored, by label; refusals as of {@link #current}. */
    public List<JurorStatistics> jurors(UUID roundId) {
        readable(roundId);
        return store.jurors(currentId(roundId));
    }

    private RoundView readable(UUID roundId) {
        var round = rounds.find(roundId);
        var deliberating = store.inDeliberation(roundId);
        access.require(deliberating ? Action.READ_RANKING_IN_DELIBERATION : Action.READ_RANKING, round.place());
        if (round.status() != RoundStatus.CLOSED && round.status() != RoundStatus.COMPLETED) {
            throw new ScoresStillComing();
        }
        return round;
    }

    private UUID currentId(UUID roundId) {
        return store.current(roundId)
                .orElseThrow(() -> new RankingMissing("computed"))
                .id();
    }
}
