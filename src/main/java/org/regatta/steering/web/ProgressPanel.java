package org.regatta.steering.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.BoardParts;
import org.regatta.competition.CompetitionView;
import org.regatta.competition.RoundKind;
import org.regatta.competition.RoundStatus;
import org.regatta.competition.RoundView;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.notification.MailingView;
import org.regatta.notification.Notifications;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.regatta.shared.web.list.ListAddress;
import org.regatta.shared.web.list.ListView;
import org.regatta.steering.Forecast;
import org.regatta.steering.JurorProgress;
import org.regatta.steering.ProgressSort;
import org.regatta.steering.ProjectProgress;
import org.regatta.steering.RoundProgress;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Adds progress per juror and per project, the forecast and the reminders to the page of an evaluation round. */
@Component
@Order(0) // how far a round is comes before what it asks
class ProgressPanel implements BoardParts {

    private static final int ROWS = 25;
    private static final int MAILINGS = 5;

    private final RoundProgress progress;
    private final Notifications notifications;
    private final Access access;

    ProgressPanel(RoundProgress progress, Notifications notifications, Access access) {
        this.progress = progress;
        this.notifications = notifications;
        this.access = access;
    }

    /**
     * What the template shows.
     *
     * @param jurors null where projects are shown, or the viewer may not see who evaluates what
     * @param projects null where jurors are shown
     */
    public record View(
            RoundView round,
            CompetitionView competition,
            @Nullable Page<JurorProgress> jurors,
            @Nullable Page<ProjectProgress> projects,
            ListView list,
            boolean maySeeJurors,
            boolean mayRemind,
            Forecast forecast,
            @Nullable ForecastChart chart,
            List<MailingView> mailings) {}

    @Override
    public List<Panel> panels(RoundView round, CompetitionView competition, Map<String, String> query) {
        if (round.kind() != RoundKind.EVALUATION
                || round.status() == RoundStatus.PLANNED
                || !access.may(Action.READ_PROGRESS, round.place())) {
            return List.of();
        }
        var maySeeJurors = access.may(Action.READ_ASSIGNMENTS, round.place());
        var byProject = !maySeeJurors || "projects".equals(query.get("show"));
        var sort = sort(query.get("sort"));
        // the longest way to go first, where nobody asks for another order
        var descending = query.containsKey("sort") ? "true".equals(query.get("descending")) : true;
        var address =
                ListAddress.at("/rounds/" + round.id()).with("show", byProject && maySeeJurors ? "projects" : null);
        var page = new PageRequest(number(query.get("page")), ROWS);
        var forecast = progress.forecast(round.id());
        var view = new View(
                round,
                competition,
                byProject ? null : progress.jurors(round.id(), sort, descending, page),
                byProject ? progress.projects(round.id(), sort, descending, page) : null,
                ListView.sorted(address, sort, descending, ProgressSort.LEFT)
                        .falling(ProgressSort.LEFT, ProgressSort.SUBMITTED)
                        .placed("progress-list"),
                maySeeJurors,
                round.status() == RoundStatus.OPEN && access.may(Action.RUN_COMPETITION, round.place()),
                forecast,
                ForecastChart.of(forecast, round.closesAt(), competition.zone()),
                notifications.about(round.id(), new PageRequest(0, MAILINGS)).items());
        var panels = new ArrayList<Panel>();
        panels.add(new Panel("steering/progress", view));
        return panels;
    }

    private static ProgressSort sort(@Nullable String typed) {
        return typed == null
                ? ProgressSort.LEFT
                : Arrays.stream(ProgressSort.values())
                        .filter(one -> one.name().equals(typed))
                        .findFirst()
                        .orElseThrow(() -> new InvalidInput(new Finding(
                                "sort", "The list has no such order.", "Choose one from the heads of its columns.")));
    }

    private static int number(@Nullable String typed) {
        return typed != null && typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
    }
}
