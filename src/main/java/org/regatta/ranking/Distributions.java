package org.regatta.ranking;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.regatta.ranking.Distribution.Bin;
import org.regatta.ranking.RankingOverview.Scale;
import org.regatta.rubric.CriterionView;
import org.regatta.rubric.Rubrics;
import org.regatta.shared.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the scores of a round spread, for those who may read its ranking; refusals as of {@link Rankings#current}. */
@Service
@Transactional(readOnly = true)
public class Distributions {

    private final RankingDoor door;
    private final RankingList list;
    private final DistributionReader reader;
    private final Rubrics rubrics;

    Distributions(RankingDoor door, RankingList list, DistributionReader reader, Rubrics rubrics) {
        this.door = door;
        this.list = list;
        this.reader = reader;
        this.rubrics = rubrics;
    }

    /** Of the results alone, over the scale of the ranking's {@link RankingOverview}. */
    public List<Bin> results(UUID roundId, Scale scale) {
        var opened = door.open(roundId);
        return reader.results(opened.rankingId(), opened.withheld(), scale);
    }

    /** Of results, criteria and a page of the jurors. */
    public Distribution all(UUID roundId, PageRequest page) {
        var opened = door.open(roundId);
        var keys = criteria(roundId).stream().map(CriterionView::key).toList();
        var id = opened.rankingId();
        var scale = list.scale(id, opened.withheld());
        return new Distribution(
                scale == null ? List.of() : reader.results(id, opened.withheld(), scale),
                reader.criteria(id, opened.withheld()).stream()
                        .sorted(Comparator.comparingInt(one -> keys.indexOf(one.key())))
                        .toList(),
                reader.jurors(id, opened.withheld(), page));
    }

    /** The questions of the round's rubric, in its order; empty without a rubric. */
    public List<CriterionView> criteria(UUID roundId) {
        var rubricId = door.open(roundId).round().rubricId();
        return rubricId == null
                ? List.of()
                : rubrics.find(rubricId).map(rubric -> rubric.criteria()).orElse(List.of());
    }
}
