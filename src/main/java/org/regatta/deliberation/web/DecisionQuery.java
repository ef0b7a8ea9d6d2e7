package org.regatta.deliberation.web;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.deliberation.DecisionFilter;
import org.regatta.deliberation.DecisionFilter.Show;
import org.regatta.deliberation.DecisionFilter.Sort;
import org.regatta.shared.web.list.ListAddress;
import org.regatta.shared.web.list.ListView;

/** What the address of a decisions page says; every link of the page is a small change to it. */
record DecisionQuery(UUID roundId, DecisionFilter filter) {

    /** What the page's pills and heads ask. */
    public ListView list() {
        var address = ListAddress.at("/rounds/" + roundId + "/decisions")
                .with("show", filter.show() == Show.ALL ? null : filter.show())
                .with("category", filter.category())
                .with("q", filter.search());
        return ListView.sorted(address, filter.sort(), filter.descending(), Sort.RANK)
                .falling(Sort.RESULT);
    }

    /** The view's own address, ready for one more parameter. */
    public String here() {
        return list().address().paged();
    }

    /** The address that does something with this view: {@code preview}, {@code apply}; empty saves its rows. */
    public String act(String what) {
        var here = list().address();
        return new ListAddress(what.isEmpty() ? here.path() : here.path() + "/" + what, here.parameters()).here();
    }

    /** Another kind of decisions. */
    public String show(Show show) {
        return list().with("show", show == Show.ALL ? null : show);
    }

    /** One category, or all. */
    public String category(@Nullable String category) {
        return list().with("category", category);
    }

    /** Whether nothing is filtered. */
    public boolean whole() {
        return !filter.narrows();
    }
}
