package org.regatta.identity.web.people;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.FreshSignIn;
import org.regatta.identity.Role;
import org.regatta.identity.directory.Directory;
import org.regatta.identity.directory.PeopleFilter;
import org.regatta.identity.directory.PersonState;
import org.regatta.identity.role.Administration;
import org.regatta.identity.role.RoleRequests;
import org.regatta.shared.PageRequest;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

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

    @GetMapping("/people")
    String list(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable Role role,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(required = false) @Nullable PersonState state,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        var filter = new PeopleFilter(q.strip(), role, place, state);
        model.addAttribute("people", directory.list(filter, new PageRequest(page, ROWS)));
        model.addAttribute("pills", pills(filter));
        model.addAttribute("filter", filter);
        model.addAttribute("address", address(filter, state) + "&");
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

    private List<Pill> pills(PeopleFilter filter) {
        var counts = directory.counts(filter);
        var pills = new ArrayList<Pill>();
        var all = counts.values().stream().mapToLong(Long::longValue).sum();
        pills.add(new Pill("all", said("people.state.all"), address(filter, null), all, filter.state() == null));
        counts.forEach((state, count) -> pills.add(new Pill(
                state.name(), said("people.state." + state), address(filter, state), count, filter.state() == state)));
        return pills;
    }

    private String said(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }

    private static String address(PeopleFilter filter, @Nullable PersonState state) {
        var address = UriComponentsBuilder.fromPath("/people").queryParam("q", "{q}");
        if (filter.role() != null) {
            address.queryParam("role", filter.role());
        }
        if (filter.placeId() != null) {
            address.queryParam("place", filter.placeId());
        }
        if (state != null) {
            address.queryParam("state", state);
        }
        return address.encode().buildAndExpand(filter.text()).toUriString();
    }
}
