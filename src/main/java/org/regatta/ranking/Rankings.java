package org.regatta.ranking;

import java.util.List;
import java.util.UUID;
import org.regatta.competition.ScoringPolicy;
import org.regatta.identity.NotVisible;
import org.regatta.ranking.scoring.Derivation;
import org.regatta.ranking.scoring.Ranked.JurorStatistics;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Rankings as people read them: after the round closed, by those whose role allows it (jurors once they deliberate), and
 * without the projects that a conflict of interest hides from the reader: ranks and positions are then those among the
 * others, so that no gap tells where a hidden project stands.
 */
@Service
@Transactional(readOnly = true)
public class Rankings {

    private final RankingDoor door;
    private final RankingStore store;
    private final RankingList list;

    Rankings(RankingDoor door, RankingStore store, RankingList list) {
        this.door = door;
        this.store = store;
        this.list = list;
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

    /** One page of a ranking with what stands around it. */
    public record Sheet(RankingView ranking, RankingOverview overview, Page<RankingRowView> rows) {}

    /**
     * How one project's rank came about.
     *
     * @param policy the rules that were applied
     * @param derivation every score, correction and computation
     * @param sources the rounds that the policy weights or asks about ties, in their order: each has a derivation of the
     *     same project under its own id
     */
    public record DerivationView(
            UUID rankingId,
            RankingRowView row,
            ScoringPolicy policy,
            Derivation derivation,
            List<SourceRound> sources) {}

    /**
     * The round's ranking, proposed or approved.
     *
     * @throws NotVisible if the viewer cannot see the round
     * @throws ScoresStillComing if the round is not closed
     * @throws RankingMissing if none is computed yet
     */
    public RankingView current(UUID roundId) {
        var opened = door.open(roundId);
        return store.view(opened.rankingId(), opened.withheld());
    }

    /** Its rows as ranked; refusals as of {@link #current}. */
    public Page<RankingRowView> rows(UUID roundId, PageRequest page) {
        return rows(roundId, RankingFilter.NONE, Order.AS_RANKED, page);
    }

    /** Some of its rows in another order; refusals as of {@link #current}. */
    public Page<RankingRowView> rows(UUID roundId, RankingFilter filter, Order order, PageRequest page) {
        var opened = door.open(roundId);
        return list.rows(opened.rankingId(), opened.withheld(), filter, order, page);
    }

    /** The same rows, all of them: for an export. */
    public List<RankingRowView> all(UUID roundId, RankingFilter filter, Order order) {
        var opened = door.open(roundId);
        return list.all(opened.rankingId(), opened.withheld(), filter, order);
    }

    /** All that one page of the ranking shows, read at once; refusals as of {@link #current}. */
    public Sheet sheet(UUID roundId, RankingFilter filter, Order order, PageRequest page) {
        var opened = door.open(roundId);
        var id = opened.rankingId();
        var withheld = opened.withheld();
        var view = store.view(id, withheld);
        var choices = list.choices(id, withheld, filter);
        var overview = new RankingOverview(
                list.counts(id, withheld, filter),
                choices.getFirst(),
                choices.getLast(),
                list.cuts(
                        id, withheld, view.policy().perCategory(), view.policy().lowerIsBetter()),
                list.scale(id, withheld));
        return new Sheet(view, overview, list.rows(id, withheld, filter, order, page));
    }

    /**
     * How a project's rank came about; refusals as of {@link #current}. Without ties and outcome for a viewer whom a
     * conflict of interest hides one of the projects from, since these compare with it.
     *
     * @throws NotVisible also if the project is not in the ranking, or a conflict of interest hides it
     */
    public DerivationView derivation(UUID roundId, UUID projectId) {
        var opened = door.open(roundId);
        if (opened.withheld().contains(projectId)) {
            throw new NotVisible();
        }
        var id = opened.rankingId();
        var row = list.row(id, opened.withheld(), projectId).orElseThrow(NotVisible::new);
        var derivation = store.derivation(id, projectId);
        var policy = store.view(id, opened.withheld()).policy();
        return new DerivationView(
                id,
                row,
                policy,
                store.ranks(id, opened.withheld()) ? derivation.alone() : derivation,
                door.sources(opened.round(), policy));
    }

    /** The rows before and after one in the ranking's order: none, one or two; refusals as of {@link #current}. */
    public List<RankingRowView> neighbours(UUID roundId, RankingRowView row) {
        var opened = door.open(roundId);
        return list.neighbours(opened.rankingId(), opened.withheld(), row.projectId());
    }

    /**
     * How the jurors of the round scored, by label; refusals as of {@link #current}. Nothing for a viewer whom a conflict
     * of interest hides one of the projects from, since these figures tell of all of them.
     */
    public List<JurorStatistics> jurors(UUID roundId) {
        var opened = door.open(roundId);
        return store.ranks(opened.rankingId(), opened.withheld()) ? List.of() : store.jurors(opened.rankingId());
    }
}
