package org.regatta.competition.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.RoundView;
import org.regatta.competition.web.Board.IncidentRow;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.Place;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.regatta.workflow.IncidentView;
import org.regatta.workflow.Incidents;
import org.regatta.workflow.TaskSubjects;
import org.regatta.workflow.TaskSubjects.Subject;
import org.springframework.stereotype.Component;

/** Incidents with the names of what they are about. */
@Component
class IncidentRows {

    /** Shown at once; retrying works on all. */
    static final PageRequest FIRST = new PageRequest(0, 20);

    private final Incidents incidents;
    private final List<TaskSubjects> subjects;
    private final Access access;

    IncidentRows(Incidents incidents, List<TaskSubjects> subjects, Access access) {
        this.incidents = incidents;
        this.subjects = subjects;
        this.access = access;
    }

    /** The oldest of a competition, or of one of its rounds; empty for those who see no progress. */
    Page<IncidentRow> first(Place competition, List<RoundView> rounds, @Nullable UUID roundId) {
        if (!access.may(Action.READ_PROGRESS, competition)) {
            return new Page<>(List.of(), FIRST.number(), FIRST.size(), 0);
        }
        var page = incidents.of(competition, roundId, FIRST);
        var names = rounds.stream().collect(Collectors.toMap(RoundView::id, RoundView::name));
        var projects = projects(page.items());
        return page.map(incident -> new IncidentRow(
                incident,
                incident.roundId() == null ? null : names.get(incident.roundId()),
                incident.projectId() == null ? null : projects.get(incident.projectId())));
    }

    private Map<UUID, Subject> projects(List<IncidentView> list) {
        var ids = list.stream()
                .map(IncidentView::projectId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var known = new HashMap<UUID, Subject>();
        if (!ids.isEmpty()) {
            subjects.forEach(one -> known.putAll(one.byIds(ids)));
        }
        return known;
    }
}
