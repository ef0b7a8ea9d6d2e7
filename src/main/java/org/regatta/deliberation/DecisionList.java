package org.regatta.deliberation;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.deliberation.DecisionFilter.Show;
import org.regatta.shared.Contains;
import org.regatta.shared.Ids;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Decisions as a list that is filtered and paged, the best ranked first. */
@Component
class DecisionList {

    private static final String VISIBLE = """
              from decision d join project p on p.id = d.project_id
             where d.round_id = :round and not d.project_id = any(cast(:hidden as uuid[]))
            """;

    /** A gap in the ranks would tell where a hidden project stands. */
    private static final String RANK = """
            d.rank - (select count(*) from decision h join project q on q.id = h.project_id
                       where h.round_id = d.round_id and h.project_id = any(cast(:hidden as uuid[])) and h.rank < d.rank
                         and (q.category is not distinct from p.category
                              or not exists (select 1 from round o join ranking k on k.round_id = o.decides_round_id
                                              where o.id = d.round_id and k.state = 'APPROVED'
                                                and (k.policy ->> 'perCategory')::boolean)))::int as rank
            """;

    private static final String ROWS =
            "select d.id, d.round_id, d.project_id, p.number, p.title, p.category, " + RANK + """
                   , d.cumulative_result, d.proposed, d.outcome, d.place, d.award, d.reason, d.state, d.prepared_by, d.prepared_at, d.released_at
            """ + VISIBLE;

    private static final String FILTERED = """
             and (cast(:category as text) is null or p.category = :category)
             and (cast(:search as text) is null or p.searched like :search)
            """;

    private static final String DEVIATES = "d.outcome is distinct from d.proposed and d.proposed is not null";

    private final JdbcClient database;

    DecisionList(JdbcClient database) {
        this.database = database;
    }

    Page<DecisionView> page(UUID roundId, Collection<UUID> withheld, DecisionFilter filter, PageRequest page) {
        var where = FILTERED + shown(filter.show());
        var items = filtered(ROWS + where + ordered(filter) + " limit :limit offset :offset", roundId, withheld, filter)
                .param("limit", page.size())
                .param("offset", page.offset())
                .query((row, number) -> DecisionRepository.view(row))
                .list();
        var total = filtered("select count(*) " + VISIBLE + where, roundId, withheld, filter)
                .query(Long.class)
                .single();
        return new Page<>(items, page.number(), page.size(), total);
    }

    private static String ordered(DecisionFilter filter) {
        var down = filter.descending() ? " desc" : "";
        return " order by "
                + switch (filter.sort()) {
                    case RANK -> "d.id" + down;
                    case TITLE -> "p.title collate natural_order" + down + ", d.id";
                    case RESULT -> "d.cumulative_result" + down + " nulls last, d.id";
                    case OUTCOME -> "coalesce(d.outcome, d.proposed)" + down + " nulls last, d.id";
                };
    }

    /** All that match, or those of these projects that match. */
    List<DecisionView> all(
            UUID roundId, Collection<UUID> withheld, DecisionFilter filter, @Nullable Collection<UUID> projectIds) {
        var some = projectIds == null ? "" : " and d.project_id = any(cast(:projects as uuid[]))";
        var statement =
                filtered(ROWS + FILTERED + shown(filter.show()) + some + " order by d.id", roundId, withheld, filter);
        if (projectIds != null) {
            statement = statement.param("projects", Ids.texts(projectIds));
        }
        return statement.query((row, number) -> DecisionRepository.view(row)).list();
    }

    /** The next one below in the list without an outcome; empty with none. */
    Optional<UUID> nextOpen(UUID roundId, Collection<UUID> withheld, UUID after) {
        return visible(
                        "select d.project_id " + VISIBLE + " and d.outcome is null and d.project_id <> :after"
                                + " order by (d.id < (select id from decision where round_id = :round and project_id = :after)),"
                                + " d.id limit 1",
                        roundId,
                        withheld)
                .param("after", after)
                .query(UUID.class)
                .optional();
    }

    Map<Show, Long> counts(UUID roundId, Collection<UUID> withheld, DecisionFilter filter) {
        return filtered(
                        "select count(*) as rows, count(*) filter (where d.outcome is null) as open,"
                                + " count(*) filter (where d.state = 'PROPOSED' and d.outcome is not null) as proposed,"
                                + " count(*) filter (where " + DEVIATES + ") as deviating,"
                                + " count(*) filter (where d.outcome = 'ADVANCES') as advances,"
                                + " count(*) filter (where d.outcome = 'NOT_SELECTED') as not_selected,"
                                + " count(*) filter (where d.outcome = 'AWARDED') as awarded " + VISIBLE + FILTERED,
                        roundId,
                        withheld,
                        filter)
                .query((row, number) -> {
                    var counts = new EnumMap<Show, Long>(Show.class);
                    for (var show : Show.values()) {
                        counts.put(
                                show,
                                row.getLong(
                                        show == Show.ALL ? "rows" : show.name().toLowerCase(java.util.Locale.ROOT)));
                    }
                    return counts;
                })
                .single();
    }

    List<String> categories(UUID roundId, Collection<UUID> withheld) {
        return visible(
                        "select distinct p.category " + VISIBLE + " and p.category is not null order by 1",
                        roundId,
                        withheld)
                .query(String.class)
                .list();
    }

    /** Decimals that the decided ranking's policy rounds its results to; null where it rounds nowhere or is none. */
    @Nullable
    Integer decimals(UUID roundId) {
        return database.sql("""
                        select coalesce(k.policy #>> '{rounding,cumulativeResult,decimals}',
                                        k.policy #>> '{rounding,stageResult,decimals}')::int as decimals
                          from round o join ranking k on k.round_id = o.decides_round_id and k.state = 'APPROVED'
                         where o.id = :round""")
                .param("round", roundId)
                .query((row, number) -> Optional.ofNullable((Integer) row.getObject("decimals")))
                .optional()
                .flatMap(decimals -> decimals)
                .orElse(null);
    }

    private StatementSpec visible(String sql, UUID roundId, Collection<UUID> withheld) {
        return database.sql(sql).param("round", roundId).param("hidden", Ids.texts(withheld));
    }

    private StatementSpec filtered(String sql, UUID roundId, Collection<UUID> withheld, DecisionFilter filter) {
        var search = filter.search();
        return visible(sql, roundId, withheld)
                .param("category", filter.category())
                .param("search", search == null ? null : Contains.pattern(search));
    }

    private static String shown(Show show) {
        return switch (show) {
            case ALL -> "";
            case OPEN -> " and d.outcome is null";
            case PROPOSED -> " and d.state = 'PROPOSED' and d.outcome is not null";
            case DEVIATING -> " and " + DEVIATES;
            case ADVANCES, NOT_SELECTED, AWARDED -> " and d.outcome = '" + show.name() + "'";
        };
    }
}
