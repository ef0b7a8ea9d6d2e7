package org.regatta.deliberation.web;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.deliberation.DecisionFilter;
import org.regatta.deliberation.DecisionFilter.Show;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/** What the address of a decisions page says; every link of the page is a small change to it. */
record DecisionQuery(UUID roundId, DecisionFilter filter) {

    /** The view's own address, ready for one more parameter. */
    public String here() {
        var address = address("", filter);
        return address + (address.contains("?") ? "&" : "?");
    }

    /** The address that does something with this view: {@code preview}, {@code apply}; empty saves its rows. */
    public String act(String what) {
        return address(what.isEmpty() ? "" : "/" + what, filter);
    }

    /** Another kind of decisions. */
    public String show(Show show) {
        return address("", new DecisionFilter(show, filter.category(), filter.search()));
    }

    /** One category, or all. */
    public String category(@Nullable String category) {
        return address("", new DecisionFilter(filter.show(), category, filter.search()));
    }

    /** Without the words looked for. */
    public String withoutSearch() {
        return address("", new DecisionFilter(filter.show(), filter.category(), null));
    }

    /** Whether nothing is filtered. */
    public boolean whole() {
        return filter.equals(DecisionFilter.NONE);
    }

    private String address(String ending, DecisionFilter of) {
        var address = UriComponentsBuilder.fromPath("/rounds/" + roundId + "/decisions" + ending);
        if (of.show() != Show.ALL) {
            address.queryParam("show", of.show());
        }
        add(address, "category", of.category());
        add(address, "q", of.search());
        return address.build(true).toUriString();
    }

    private static void add(UriComponentsBuilder address, String name, @Nullable String value) {
        if (value != null) {
            address.queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8));
        }
    }
}
