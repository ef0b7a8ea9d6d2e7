package org.regatta.ranking.web;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.ranking.RankingFilter;
import org.regatta.ranking.RankingFilter.Show;
import org.regatta.ranking.Rankings.Order;
import org.regatta.ranking.Rankings.Order.Column;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** What the address of a ranking says: the address is the view, and every link of the page is a small change to it. */
record RankingQuery(UUID roundId, RankingFilter filter, Order order) {

    /** The view's own address, ready for one more parameter. */
    public String here() {
        return address("", filter, order, true);
    }

    /** The same rows as a file. */
    public String export() {
        return address(".csv", filter, order, false);
    }

    /** Another kind of rows. */
    public String show(Show show) {
        return view(new RankingFilter(filter.category(), filter.country(), show, filter.search()));
    }

    /** One category, or all. */
    public String category(@Nullable String category) {
        return view(new RankingFilter(category, filter.country(), filter.show(), filter.search()));
    }

    /** One country, or all. */
    public String country(@Nullable String country) {
        return view(new RankingFilter(filter.category(), country, filter.show(), filter.search()));
    }

    /** Without the words looked for. */
    public String withoutSearch() {
        return view(new RankingFilter(filter.category(), filter.country(), filter.show(), null));
    }

    /** Sorted by a column; once more turns it round. */
    public String sort(Column column) {
        var results = column == Column.STAGE_RESULT || column == Column.CUMULATIVE_RESULT;
        var descending = order.column() == column ? !order.descending() : results;
        return address("", filter, new Order(column, descending), false);
    }

    /** What a screen reader hears of a column; null where the rows are not sorted by it. */
    public @Nullable String sorted(Column column) {
        return order.column() != column ? null : order.descending() ? "descending" : "ascending";
    }

    /** Whether nothing is filtered. */
    public boolean whole() {
        return filter.equals(RankingFilter.NONE);
    }

    /** Whether rows stand as ranked, all neighbours present but for other categories. */
    public boolean ranked() {
        return order.equals(Order.AS_RANKED)
                && filter.show() == Show.ALL
                && filter.country() == null
                && filter.search() == null;
    }

    private String view(RankingFilter changed) {
        return address("", changed, order, false);
    }

    private String address(String ending, RankingFilter of, Order by, boolean goesOn) {
        var address = UriComponentsBuilder.fromPath("/rounds/" + roundId + "/ranking" + ending);
        if (of.show() != Show.ALL) {
            address.queryParam("show", of.show());
        }
        add(address, "category", of.category());
        add(address, "country", of.country());
        add(address, "q", of.search());
        if (!by.equals(Order.AS_RANKED)) {
            address.queryParam("sort", by.column()).queryParam("descending", by.descending());
        }
        var written = address.build(true).toUriString();
        return goesOn ? written + (written.contains("?") ? "&" : "?") : written;
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
        if (value != null) {
            address.queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8));
        }
    }
}
