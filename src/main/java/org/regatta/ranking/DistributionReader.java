package org.regatta.ranking;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.regatta.ranking.Distribution.Bin;
import org.regatta.ranking.Distribution.Criterion;
import org.regatta.ranking.Distribution.Juror;
import org.regatta.ranking.RankingOverview.Scale;
import org.regatta.shared.Ids;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.regatta.shared.PlainDecimal;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Counts and quartiles of a ranking's scores, one statement each. */
@Component
class DistributionReader {

    private static final int MOST_VALUES = 12;
    private static final RowMapper<Juror> JUROR = new SimplePropertyRowMapper<>(Juror.class);

    private static final String SCORES = """
            from ranking_row w
            cross join lateral jsonb_array_elements(w.derivation -> 'scores') as s
            """;

    private static final String VISIBLE =
            " where w.ranking_id = :ranking and not (w.project_id = any(cast(:withheld as uuid[])))";

    private final JdbcClient database;

    DistributionReader(JdbcClient database) {
        this.database = database;
    }

    private record Counted(Juror juror, long jurors) {}

    List<Bin> results(UUID ranking, Set<UUID> withheld, Scale scale) {
        var bins = Bins.over(scale.lowest(), scale.highest());
        var counts = new TreeMap<Integer, long[]>();
        database.sql("""
                        select least(:last, floor((w.cumulative_result - :from) / :width))::int as bin,
                               count(*) filter (where w.advances and not w.near_cut) as advances,
                               count(*) filter (where w.near_cut) as near_cut,
                               count(*) filter (where not coalesce(w.advances, false) and not w.near_cut) as others
                        from ranking_row w""" + VISIBLE + " and w.cumulative_result is not null group by 1")
                .param("ranking", ranking)
                .param("withheld", Ids.texts(withheld))
                .param("last", bins.count() - 1)
                .param("from", bins.from())
                .param("width", bins.width())
                .query(row -> {
                    counts.put(
                            row.getInt("bin"),
                            new long[] {row.getLong("advances"), row.getLong("near_cut"), row.getLong("others")});
                });
        var ends = bins.ends();
        var bars = new ArrayList<Bin>();
        for (var i = 0; i < bins.count(); i++) {
            var count = counts.getOrDefault(i, new long[3]);
            bars.add(new Bin(ends.get(i), ends.get(i + 1), count[0], count[1], count[2]));
        }
        return bars;
    }

    /** Points given under each criterion. */
    List<Criterion> criteria(UUID ranking, Set<UUID> withheld) {
        Map<String, NavigableMap<BigDecimal, Long>> points = new LinkedHashMap<>();
        database.sql("select c.key, c.value::numeric as points, count(*) as scores " + SCORES
                        + " cross join lateral jsonb_each_text(s -> 'criteria') as c" + VISIBLE
                        + " group by 1, 2 order by 1, 2")
                .param("ranking", ranking)
                .param("withheld", Ids.texts(withheld))
                .query(row -> {
                    points.computeIfAbsent(row.getString("key"), key -> new TreeMap<>())
                            .merge(row.getBigDecimal("points").stripTrailingZeros(), row.getLong("scores"), Long::sum);
                });
        return points.entrySet().stream()
                .map(one -> new Criterion(one.getKey(), bars(one.getValue())))
                .toList();
    }

    /** How each juror of a page scored, in quartiles as PostgreSQL interpolates them. */
    Page<Juror> jurors(UUID ranking, Set<UUID> withheld, PageRequest page) {
        var rows = database.sql("""
                        select count(*) over () as jurors, juror_id, juror, count(*) as evaluations, min(points) as lowest,
                               percentile_cont(0.25) within group (order by points)::numeric as quarter,
                               percentile_cont(0.5) within group (order by points)::numeric as median,
                               percentile_cont(0.75) within group (order by points)::numeric as three_quarters,
                               max(points) as highest, avg(points) as mean,
                               avg(points - panel) filter (where others > 1) as distance
                        from (select (s ->> 'jurorId')::uuid as juror_id, s ->> 'juror' as juror,
                                     (s ->> 'points')::numeric as points,
                                     avg((s ->> 'points')::numeric) over (partition by w.project_id) as panel,
                                     count(*) over (partition by w.project_id) as others
                        """ + SCORES + VISIBLE + """
                        ) given group by juror_id, juror order by juror collate natural_order, juror_id
                        limit :size offset :offset""")
                .param("ranking", ranking)
                .param("withheld", Ids.texts(withheld))
                .param("size", page.size())
                .param("offset", page.offset())
                .query((row, number) ->
                        new Counted(Objects.requireNonNull(JUROR.mapRow(row, number)), row.getLong("jurors")))
                .list();
        var items = rows.stream().map(Counted::juror).toList();
        return new Page<>(
                items,
                page.number(),
                page.size(),
                rows.isEmpty() ? 0 : rows.getFirst().jurors());
    }

    /** A bar for each value while there are few, else bars of equal width. */
    private static List<Bin> bars(NavigableMap<BigDecimal, Long> points) {
        if (points.size() <= MOST_VALUES) {
            return points.entrySet().stream()
                    .map(one ->
                            new Bin(PlainDecimal.of(one.getKey()), PlainDecimal.of(one.getKey()), 0, 0, one.getValue()))
                    .toList();
        }
        var ends = Bins.over(points.firstKey(), points.lastKey()).ends();
        var bars = new ArrayList<Bin>();
        for (var i = 0; i + 1 < ends.size(); i++) {
            var last = i + 2 == ends.size();
            var inside = points.subMap(ends.get(i), true, ends.get(i + 1), last);
            bars.add(new Bin(
                    ends.get(i),
                    ends.get(i + 1),
                    0,
                    0,
                    inside.values().stream().mapToLong(Long::longValue).sum()));
        }
        return bars;
    }
}
