package org.regatta.workflow.inbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Grant;
import org.regatta.identity.Role;
import org.regatta.identity.Viewer;
import org.regatta.workflow.InboxFilter;
import org.regatta.workflow.InboxFilter.Due;
import org.regatta.workflow.InboxFilter.Held;

/**
 * What waits for a viewer, as a union of branches, each read through one partial index: what is assigned to the person,
 * and what waits for a role the person may do the work of at a place. No branch reads tasks of others, and no task is
 * about a project that a conflict of interest keeps from the viewer.
 */
final class Waiting {

    // sets that are read once for all rows: asked of each row, they took three quarters of the time

    private static final String OF_ROLE = """
            assignee is null and candidate_role = ?
            and (project_id is null or project_id not in (select project_id from project_conflict where person_id = ?))""";

    /** Neither a conflict of interest with the project nor an own one beside it. */
    private static final String OF_PERSON = """
            assignee = ?
            and (project_id is null
                or project_id not in (select project_id from project_conflict where person_id = ?)
                and (competition_id is null or competition_id not in (
                    select p.competition_id from team_member m join project p on p.team_id = m.team_id
                    where m.person_id = ?)))""";

    private final List<String> conditions = new ArrayList<>();
    private final List<@Nullable Object> parameters = new ArrayList<>();
    private final Viewer viewer;
    private final InboxFilter filter;
    private final Instant now;
    private boolean overlapping;

    Waiting(Viewer viewer, InboxFilter filter, Instant now) {
        this.viewer = viewer;
        this.filter = filter;
        this.now = now;
        if (filter.held() != Held.GROUP) {
            mine();
        }
        if (filter.held() != Held.MINE) {
            for (var role : Role.values()) {
                branches(role);
            }
        }
        if (conditions.isEmpty()) {
            branch("false");
        }
    }

    /** The parameters of {@link #sql}, in order; a list of the caller's own. */
    List<@Nullable Object> parameters() {
        return new ArrayList<>(parameters);
    }

    /** Each branch ordered and cut on its own by {@code tail}, so that its index ends the reading early. */
    String sql(String columns, String tail) {
        return conditions.stream()
                .map(condition -> "(select " + columns + " from inbox_task where " + condition + tail + ")")
                .collect(Collectors.joining(overlapping ? " union " : " union all "));
    }

    /** What a group's task was claimed for goes with the role. */
    private void mine() {
        var values = new ArrayList<Object>(List.of(viewer.personId(), viewer.personId(), viewer.personId()));
        var held = new StringBuilder(OF_PERSON).append(" and (candidate_role is null");
        for (var grant : viewer.grants()) {
            for (var role : Role.values()) {
                if (grant.role().standsFor(role)) {
                    held.append(" or candidate_role = ?");
                    values.add(role.name());
                    within(grant, held, values);
                }
            }
        }
        branch(held.append(")").toString(), values.toArray());
    }

    private static void within(Grant grant, StringBuilder condition, List<Object> values) {
        var competition = grant.competitionId();
        var program = grant.programId();
        if (competition != null) {
            condition.append(" and competition_id = ?");
            values.add(competition);
        } else if (program != null) {
            condition.append(" and program_id = ?");
            values.add(program);
        }
    }

    private void branches(Role role) {
        var grants = viewer.grants().stream()
                .filter(grant -> grant.role().standsFor(role))
                .toList();
        if (grants.stream().anyMatch(grant -> grant.programId() == null && grant.competitionId() == null)) {
            branch(OF_ROLE, role.name(), viewer.personId());
            return;
        }
        var competitions = new LinkedHashSet<UUID>();
        var programs = new LinkedHashSet<UUID>();
        for (var grant : grants) {
            var competition = grant.competitionId();
            var program = grant.programId();
            if (competition != null) {
                competitions.add(competition);
            } else if (program != null) {
                programs.add(program);
            }
        }
        overlapping |= !competitions.isEmpty() && !programs.isEmpty();
        competitions.forEach(id -> branch(OF_ROLE + " and competition_id = ?", role.name(), viewer.personId(), id));
        programs.forEach(id -> branch(OF_ROLE + " and program_id = ?", role.name(), viewer.personId(), id));
    }

    private void branch(String condition, Object... values) {
        var whole = new StringBuilder("state = 'OPEN' and ").append(condition);
        parameters.addAll(List.of(values));
        restrict(whole, "competition_id = ?", filter.competitionId());
        restrict(whole, "round_id = ?", filter.roundId());
        restrict(whole, "task_key = ?", filter.taskKey());
        due(whole, filter.due());
        conditions.add(whole.toString());
    }

    private void due(StringBuilder condition, @Nullable Due due) {
        if (due == null) {
            return;
        }
        switch (due) {
            case OVERDUE -> restrict(condition, "due_at < ?", at(now));
            case SOON -> between(condition, now, now.plus(Due.SOON_ENDS));
            case WEEK -> between(condition, now.plus(Due.SOON_ENDS), now.plus(Due.WEEK_ENDS));
            case LATER -> restrict(condition, "due_at >= ?", at(now.plus(Due.WEEK_ENDS)));
            case UNDATED -> condition.append(" and due_at is null");
        }
    }

    private void between(StringBuilder condition, Instant from, Instant until) {
        restrict(condition, "due_at >= ?", at(from));
        restrict(condition, "due_at < ?", at(until));
    }

    private static Object at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private void restrict(StringBuilder condition, String restriction, @Nullable Object value) {
        if (value != null) {
            condition.append(" and ").append(restriction);
            parameters.add(value);
        }
    }
}
