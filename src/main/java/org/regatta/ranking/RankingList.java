package org.regatta.ranking;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.ranking.RankingFilter.Show;
import org.regatta.ranking.RankingOverview.Choice;
import org.regatta.ranking.RankingOverview.Cut;
import org.regatta.ranking.RankingOverview.Scale;
import org.regatta.ranking.Rankings.Order;
import org.regatta.shared.Contains;
import org.regatta.shared.Ids;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** A ranking's rows as a list that is filtered, sorted and paged, and what stands around it. */
@Component
class RankingList {

    private static final String VISIBLE = """
            from ranking_row w join project p on p.id = w.project_id
            where w.ranking_id = :ranking and not (w.project_id = any(cast(:withheld as uuid[])))
            """;

    /**
     * How many hidden projects stand before a row: a gap in the numbers would tell where they stand. Begins at those who
     * are hidden, mostly none, since it is asked of every row.
     */
    private static final String HIDDEN_BEFORE = """
            (select count(*) from unnest(cast(:withheld as uuid[])) as hidden (id)
              join ranking_row h on h.ranking_id = w.ranking_id and h.project_id = hidden.id
              join ranking k on k.id = h.ranking_id
              where h.%s < w.%s and (%s or h.category is not distinct from w.category))::int
            """;

    private static final String POSITION = "w.position - " + HIDDEN_BEFORE.formatted("position", "position", "true");

    /** Ranks count within a category where the policy ranks each by itself. */
    private static final String RANK = "w.rank - "
            + HIDDEN_BEFORE.formatted("rank", "rank", "not coalesce((k.policy ->> 'perCategory')::boolean, false)");

    private static final String ROWS = "select w.project_id, p.number, p.title, w.category, p.country, " + POSITION
            + " as position, " + RANK + """
             as rank, w.stage_result, w.cumulative_result, w.advances, w.margin, w.near_cut, w.disputed
            """ + VISIBLE;

    private static final String OF_CATEGORY = "(cast(:category as text) is null or w.category = :category)";
    private static final String OF_COUNTRY = "(cast(:country as text) is null or p.country = :country)";
    private static final String SEARCHED = " and (cast(:search as text) is null or p.searched like :search)";
    private static final String FILTERED = " and " + OF_CATEGORY + " and " + OF_COUNTRY + SEARCHED;

    private final JdbcClient database;

    RankingList(JdbcClient database) {
        this.database = database;
    }

    Page<RankingRowView> rows(UUID ranking, Set<UUID> withheld, RankingFilter filter, Order order, PageRequest page) {
        var where = FILTERED + shown(filter.show());
        var items = filtered(ROWS + where + ordered(order) + " limit :size offset :offset", ranking, withheld, filter)
                .param("size", page.size())
                .param("offset", page.offset())
                .query(RankingRowView.class)
                .list();
        var total = filtered("select count(*) " + VISIBLE + where, ranking, withheld, filter)
                .query(Long.class)
                .single();
        return new Page<>(items, page.number(), page.size(), total);
    }

    /** All rows, not paged: for exports. */
    List<RankingRowView> all(UUID ranking, Set<UUID> withheld, RankingFilter filter, Order order) {
        return filtered(ROWS + FILTERED + shown(filter.show()) + ordered(order), ranking, withheld, filter)
                .query(RankingRowView.class)
                .list();
    }

    Optional<RankingRowView> row(UUID ranking, Set<UUID> withheld, UUID projectId) {
        return visible(ROWS + "and w.project_id = :project", ranking, withheld)
                .param("project", projectId)
                .query(RankingRowView.class)
                .optional();
    }

    /** Those before and after in the ranking's order. */
    List<RankingRowView> neighbours(UUID ranking, Set<UUID> withheld, UUID projectId) {
        var here = "(select position from ranking_row where ranking_id = :ranking and project_id = :project)";
        return visible(
                        "(" + ROWS + "and w.position < " + here + " order by w.position desc limit 1) union all ("
                                + ROWS + "and w.position > " + here + " order by w.position limit 1) order by position",
                        ranking,
                        withheld)
                .param("project", projectId)
                .query(RankingRowView.class)
                .list();
    }

    Map<Show, Long> counts(UUID ranking, Set<UUID> withheld, RankingFilter filter) {
        return filtered("""
                        select count(*) as rows, count(*) filter (where w.advances) as advances,
                               count(*) filter (where not w.advances) as stays,
                               count(*) filter (where w.advances is null) as people,
                               count(*) filter (where w.near_cut) as near_cut,
                               count(*) filter (where w.disputed) as disputed
                        """ + VISIBLE + FILTERED, ranking, withheld, filter)
                .query((row, number) -> {
                    var counts = new EnumMap<Show, Long>(Show.class);
                    counts.put(Show.ALL, row.getLong("rows"));
                    counts.put(Show.ADVANCES, row.getLong("advances"));
                    counts.put(Show.STAYS, row.getLong("stays"));
                    counts.put(Show.PEOPLE, row.getLong("people"));
                    counts.put(Show.NEAR_CUT, row.getLong("near_cut"));
                    counts.put(Show.DISPUTED, row.getLong("disputed"));
                    return counts;
                })
                .single();
    }

    /** What can be filtered by: categories first, countries second. */
    List<List<Choice>> choices(UUID ranking, Set<UUID> withheld, RankingFilter filter) {
        var categories = new ArrayList<Choice>();
        var countries = new ArrayList<Choice>();
        filtered(
                        "select w.category, p.country, count(*) filter (where " + OF_COUNTRY + ") as of_category,"
                                + " count(*) filter (where " + OF_CATEGORY + ") as of_country " + VISIBLE + SEARCHED
                                + shown(filter.show())
                                + " group by grouping sets ((w.category), (p.country)) order by w.category, p.country",
                        ranking,
                        withheld,
                        filter)
                .query(row -> {
                    var category = row.getString("category");
                    var country = row.getString("country");
                    if (category != null) {
                        categories.add(new Choice(category, row.getLong("of_category")));
                    } else if (country != null) {
                        countries.add(new Choice(country, row.getLong("of_country")));
                    }
                });
        return List.of(categories, countries);
    }

    /** Where the line falls that the rows' proposals draw. */
    List<Cut> cuts(UUID ranking, Set<UUID> withheld, boolean perCategory, boolean lowerIsBetter) {
        var better = lowerIsBetter ? "min" : "max";
        var worse = lowerIsBetter ? "max" : "min";
        return visible(
                        "select case when :perCategory then w.category end as category,"
                                + " min(" + POSITION + ") filter (where not w.advances) as first_out, "
                                + worse + "(w.cumulative_result) filter (where w.advances) as worst_in, "
                                + better + "(w.cumulative_result) filter (where not w.advances) as best_out "
                                + VISIBLE + " group by 1 having count(*) filter (where not w.advances) > 0"
                                + " and count(*) filter (where w.advances) > 0 order by 2",
                        ranking,
                        withheld)
                .param("perCategory", perCategory)
                .query(Cut.class)
                .list();
    }

    @Nullable
    Scale scale(UUID ranking, Set<UUID> withheld) {
        return visible("""
                        select min(w.cumulative_result - coalesce(w.margin, 0)) as low,
                               max(w.cumulative_result + coalesce(w.margin, 0)) as high,
                               min(w.cumulative_result) as lowest, max(w.cumulative_result) as highest,
                               count(w.margin) as intervals
                        """ + VISIBLE, ranking, withheld)
                .query((row, number) -> {
                    var low = row.getBigDecimal("low");
                    return low == null
                            ? Optional.<Scale>empty()
                            : Optional.of(new Scale(
                                    low,
                                    row.getBigDecimal("high"),
                                    row.getBigDecimal("lowest"),
                                    row.getBigDecimal("highest"),
                                    row.getLong("intervals")));
                })
                .single()
                .orElse(null);
    }

    private StatementSpec visible(String sql, UUID ranking, Set<UUID> withheld) {
        return database.sql(sql).param("ranking", ranking).param("withheld", Ids.texts(withheld));
    }

    private StatementSpec filtered(String sql, UUID ranking, Set<UUID> withheld, RankingFilter filter) {
        var search = filter.search();
        return visible(sql, ranking, withheld)
                .param("category", filter.category())
                .param("country", filter.country())
                .param("search", search == null ? null : Contains.pattern(search));
    }

    private static String shown(Show show) {
        return switch (show) {
            case ALL -> "";
            case ADVANCES -> " and w.advances";
            case STAYS -> " and not w.advances";
            case PEOPLE -> " and w.advances is null";
            case NEAR_CUT -> " and w.near_cut";
            case DISPUTED -> " and w.disputed";
        };
    }

    private static String ordered(Order order) {
        var column = switch (order.column()) {
            case POSITION -> "w.position";
            case NUMBER -> "p.number collate natural_order";
            case TITLE -> "p.title collate natural_order";
            case STAGE_RESULT -> "w.stage_result";
            case CUMULATIVE_RESULT -> "w.cumulative_result";
        };
        return " order by " + column + (order.descending() ? " desc" : " asc") + " nulls last, w.position";
    }
}
