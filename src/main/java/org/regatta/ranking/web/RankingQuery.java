package org.regatta.ranking.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.ranking.RankingFilter;
import org.regatta.ranking.RankingFilter.Show;
import org.regatta.ranking.Rankings.Order;
import org.regatta.ranking.Rankings.Order.Column;
import org.regatta.shared.web.list.ListAddress;
import org.regatta.shared.web.list.ListView;

/** What the address of a ranking says: the address is the view, and every link of the page is a small change to it. */
record RankingQuery(UUID roundId, RankingFilter filter, Order order) {

    /** What the page's pills and heads ask. */
    public ListView list() {
        var address = ListAddress.at("/rounds/" + roundId + "/ranking")
                .with("show", filter.show() == Show.ALL ? null : filter.show())
                .with("category", filter.category())
                .with("country", filter.country())
                .with("q", filter.search());
        return ListView.sorted(address, order.column(), order.descending(), Column.POSITION)
                .falling(Column.STAGE_RESULT, Column.CUMULATIVE_RESULT);
    }

    /** The same rows as a file. */
    public String export() {
        var here = list().address();
        return new ListAddress(here.path() + ".csv", here.parameters()).here();
    }

    /** Another kind of rows. */
    public String show(Show show) {
        return list().with("show", show == Show.ALL ? null : show);
    }

    /** One category, or all. */
    public String category(@Nullable String category) {
        return list().with("category", category);
    }

    /** One country, or all. */
    public String country(@Nullable String country) {
        return list().with("country", country);
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
}
