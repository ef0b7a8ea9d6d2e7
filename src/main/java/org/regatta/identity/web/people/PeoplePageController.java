package org.regatta.identity.web.people;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.FreshSignIn;
import org.regatta.identity.Role;
import org.regatta.identity.directory.Directory;
import org.regatta.identity.directory.PeopleFilter;
import org.regatta.identity.directory.PeopleFilter.Sort;
import org.regatta.identity.directory.PersonState;
import org.regatta.identity.role.Administration;
import org.regatta.identity.role.RoleRequests;
import org.regatta.shared.PageRequest;
import org.regatta.shared.web.list.ListAddress;
import org.regatta.shared.web.list.ListView;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of people: {@code identity/people.html}. */
@Controller
class PeoplePageController {

    private static final int ROWS = 50;

    private final Directory directory;
    private final Administration administration;
    private final RoleRequests requests;
    private final MessageSource messages;

    PeoplePageController(
            Directory directory, Administration administration, RoleRequests requests, MessageSource messages) {
        this.directory = directory;
        this.administration = administration;
        this.requests = requests;
        this.messages = messages;
    }

    /** A filter by state as a link with its count. */
    record Pill(String key, String label, String address, long count, boolean current) {}

    /** What an address says of the list. */
    record Asked(
            @Nullable String q,
            @Nullable Role role,
            @Nullable UUID place,
            @Nullable PersonState state,
            @Nullable Sort sort,
            @Nullable Boolean descending) {

        PeopleFilter filter() {
            return new PeopleFilter(q == null ? "" : q.strip(), role, place, state);
        }
    }

    @GetMapping("/people")
    String list(Asked asked, @RequestParam(defaultValue = "0") int page, Model model) {
        var filter = asked.filter();
        var sort = asked.sort() == null ? Sort.NAME : asked.sort();
        var descending = Boolean.TRUE.equals(asked.descending());
        model.addAttribute("people", directory.list(filter, sort, descending, new PageRequest(page, ROWS)));
        var address = ListAddress.at("/people")
                .with("q", filter.text())
                .with("role", filter.role())
                .with("place", filter.placeId())
                .with("state", filter.state());
        var list = ListView.sorted(address, sort, descending, Sort.NAME).falling(Sort.LAST_SIGN_IN);
        model.addAttribute("list", list);
        model.addAttribute("pills", pills(filter, list));
        model.addAttribute("filter", filter);
        model.addAttribute("places", administration.scope().places());
        model.addAttribute("roles", Role.values());
        model.addAttribute("requests", requests.mayDecide() ? requests.open() : List.of());
        return "identity/people";
    }

    @FreshSignIn
    @PostMapping("/people/role-requests/{requestId}/approve")
    String approve(@PathVariable UUID requestId, RedirectAttributes flash) {
        requests.approve(requestId);
        flash.addFlashAttribute("done", "person.done.granted");
        return "redirect:/people";
    }

    @FreshSignIn
    @PostMapping("/people/role-requests/{requestId}/decline")
    String decline(@PathVariable UUID requestId, RedirectAttributes flash) {
        requests.decline(requestId);
        flash.addFlashAttribute("done", "people.request.declined");
        return "redirect:/people";
    }

    private List<Pill> pills(PeopleFilter filter, ListView list) {
        var counts = directory.counts(filter);
        var pills = new ArrayList<Pill>();
        var all = counts.values().stream().mapToLong(Long::longValue).sum();
        pills.add(new Pill("all", said("people.state.all"), list.without("state"), all, filter.state() == null));
        counts.forEach((state, count) -> pills.add(new Pill(
                state.name(),
                said("people.state." + state),
                list.with("state", state),
                count,
                filter.state() == state)));
        return pills;
    }

    private String said(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
