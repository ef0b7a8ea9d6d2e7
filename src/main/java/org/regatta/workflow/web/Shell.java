package org.regatta.workflow.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.ReaderZone;
import org.regatta.identity.Role;
import org.regatta.shared.web.Formats;
import org.regatta.shared.web.template.TemplateObject;
import org.regatta.workflow.Inbox;
import org.regatta.workflow.proposal.ModelProposals;
import org.regatta.workflow.web.Desks.Desk;
import org.springframework.stereotype.Component;

/** What {@code layout.html} shows around every page: who is signed in, where they may go, what waits for them. */
@Component("shell")
public class Shell implements TemplateObject {

    private final Access access;
    private final Inbox inbox;
    private final ModelProposals proposals;
    private final ReaderZone zones;
    private final Formats formats;
    private final Clock clock;
    private final HttpServletRequest request;

    Shell(
            Access access,
            Inbox inbox,
            ModelProposals proposals,
            ReaderZone zones,
            Formats formats,
            Clock clock,
            HttpServletRequest request) {
        this.access = access;
        this.inbox = inbox;
        this.proposals = proposals;
        this.zones = zones;
        this.formats = formats;
        this.clock = clock;
        this.request = request;
    }

    /** The frame for the present viewer and request. */
    public ShellView view() {
        var now = clock.millis();
        if (access.signedIn().isEmpty()) {
            return new ShellView(null, "", "", "", List.of(), List.of(), null, now);
        }
        var viewer = access.viewer();
        var mine = Desks.of(viewer);
        return new ShellView(
                viewer.personId(),
                viewer.name(),
                initials(viewer.name()),
                zones.chosen().map(formats::zone).orElse(""),
                items(mine),
                mine.size() > 1 ? mine : List.of(),
                access.seenAs()
                        .map(seen -> new ShellView.Viewing(formats.time(seen.until(), zones.own())))
                        .orElse(null),
                now);
    }

    /** In which zone the viewer reads times that belong to no competition. */
    public ZoneId zone() {
        return zones.own();
    }

    /** In which zone the viewer reads times of a competition; null for times of none. */
    public ZoneId zone(@Nullable ZoneId competitions) {
        return zones.or(competitions);
    }

    private List<ShellView.Item> items(List<Desk> mine) {
        var items = new ArrayList<ShellView.Item>();
        var waiting = inbox.waiting();
        if (mine.contains(Desk.INBOX) || waiting > 0) {
            items.add(item("shell.inbox", "/inbox", waiting, "/tasks/"));
        }
        if (access.viewer().holds(Role.JURY_MEMBER)) {
            items.add(item("shell.evaluations", "/evaluations", null));
        }
        // who only enters projects sees no others
        var alone = mine.equals(List.of(Desk.PROJECTS));
        var below = alone ? new String[] {"/projects/"} : new String[0];
        if (mine.contains(Desk.PROJECTS)) {
            items.add(item("shell.projects", "/my-projects", null, below));
        }
        if (mine.contains(Desk.OBSERVE)) {
            items.add(item("shell.observe", "/observe", null));
        }
        if (!access.reach(Action.READ_DECISION_HISTORY).nothing()) {
            items.add(item("shell.audit", "/audit", null));
        }
        items.add(item("shell.competitions", "/competitions", null, alone ? "/rounds/" : "/projects/", "/rounds/"));
        if (!access.reach(Action.IMPORT).nothing()) {
            items.add(item("shell.imports", "/imports", null));
        }
        if (!access.reach(Action.MANAGE_PEOPLE).nothing()) {
            items.add(item("shell.people", "/people", null));
        }
        var models = proposals.waiting();
        if (models > 0) {
            items.add(item("shell.models", ModelProposalPageController.PAGE, models));
        }
        return items;
    }

    private ShellView.Item item(String label, String address, @Nullable Long count, String... below) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        var within = path.startsWith(address + "/") || List.of(below).stream().anyMatch(path::startsWith);
        return new ShellView.Item(label, address, count, path.equals(address) || within, path.equals(address));
    }

    private static String initials(String name) {
        var words = name.strip().split("\\s+");
        var first = words[0].isEmpty() ? "?" : words[0].substring(0, 1);
        return words.length == 1 ? first : first + words[words.length - 1].charAt(0);
    }
}
