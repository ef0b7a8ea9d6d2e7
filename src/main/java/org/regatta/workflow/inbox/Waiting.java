package org.regatta.workflow.inbox;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
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

    private static final String IN_CONFLICT = "select project_id from project_conflict where person_id = ?";

    private static final String COMPETING_IN = """
            select distinct p.competition_id as competing_in from team_member m join project p on p.team_id = m.team_id
            where m.person_id = ?""";

    private static final String OF_ROLE = "assignee is null and candidate_role = ?"
            + " and (project_id is null or project_id not in (" + IN_CONFLICT + "))";

    /** Neither a conflict of interest with the project nor an own one beside it. */
    private static final String IMPARTIAL = " and (project_id is null or project_id not in (" + IN_CONFLICT
            + ") and (competition_id is null or competition_id not in (" + COMPETING_IN + ")))";

    private final Viewer viewer;
    private final InboxFilter filter;
    private final Instant now;
    private final @Nullable Sql mine;
    private final List<Sql> ofGroups = new ArrayList<>();
    private boolean overlapping;

    Waiting(Viewer viewer, InboxFilter filter, Instant now) {
        this.viewer = viewer;
        this.filter = filter;
        this.now = now;
        this.mine = filter.held() == Held.GROUP ? null : open(mine(viewer));
        if (filter.held() != Held.MINE) {
            for (var role : Role.values()) {
                branches(role);
            }
        }
        if (mine == null && ofGroups.isEmpty()) {
            ofGroups.add(Sql.of("false"));
        }
    }

    /** The tasks, each branch ordered and cut on its own by {@code tail}, so that its index ends the reading early. */
    Sql tasks(String columns, String tail) {
        var branches = new ArrayList<>(ofGroups);
        if (mine != null) {
            branches.addFirst(mine.then(IMPARTIAL, viewer.personId(), viewer.personId()));
        }
        return either(branches, "(select " + columns + " from inbox_task where ", tail + ")");
    }

    /**
     * How many tasks there are: the sum of {@code tasks}, which is less than zero in rows that take back what others count.
     *
     * <p>A person's own are counted in {@code inbox_task_person_idx} alone, since reading five thousand in the table itself
     * took 3 ms. It holds no projects, so that rows alike are one entry of it; the few tasks that are kept from the viewer
     * are found through another index and taken off.
     *
     * @param columns to count by, of that index and in its order; blank for one sum
     */
    Sql tally(String columns) {
        var parts = new ArrayList<Sql>();
        var listed = columns.isBlank() ? "" : columns + ", ";
        var grouped = columns.isBlank() ? "" : " group by " + columns;
        if (mine != null) {
            var person = viewer.personId();
            var less = "select " + listed + "-count(*) as tasks from ";
            parts.add(mine.around("select " + listed + "count(*) as tasks from inbox_task where ", grouped));
            parts.add(mine.around(less + "inbox_task where ", " and project_id = any (array(" + IN_CONFLICT + "))")
                    .then(grouped, person));
            parts.add(Sql.of(
                            less + "(" + COMPETING_IN + ") own join inbox_task on competition_id = competing_in where ",
                            person)
                    .then(mine)
                    .then(
                            " and project_id is not null and project_id <> all (array(" + IN_CONFLICT + "))" + grouped,
                            person));
        }
        if (!ofGroups.isEmpty()) {
            parts.add(either(ofGroups, "select " + listed + "task_id from inbox_task where ", "")
                    .around("select " + listed + "count(*) as tasks from (", ") of_groups" + grouped));
        }
        return Sql.joined(parts, " union all ");
    }

    private Sql either(List<Sql> branches, String before, String after) {
        return Sql.joined(
                branches.stream().map(one -> one.around(before, after)).toList(),
                overlapping ? " union " : " union all ");
    }

    /** What a group's task was claimed for goes with the role. */
    private static Sql mine(Viewer viewer) {
        var held = Sql.of("assignee = ? and (candidate_role is null", viewer.personId());
        for (var grant : viewer.grants()) {
            for (var role : Role.values()) {
                if (grant.role().standsFor(role)) {
                    held = within(grant, held.then(" or candidate_role = ?", role.name()));
                }
            }
        }
        return held.then(")");
    }

    private static Sql within(Grant grant, Sql condition) {
        var competition = grant.competitionId();
        var program = grant.programId();
        if (competition != null) {
            return condition.then(" and competition_id = ?", competition);
        }
        return program == null ? condition : condition.then(" and program_id = ?", program);
    }

    private void branches(Role role) {
        var of = Sql.of(OF_ROLE, role.name(), viewer.personId());
        var grants = viewer.grants().stream()
                .filter(grant -> grant.role().standsFor(role))
                .toList();
        if (grants.stream().anyMatch(grant -> grant.programId() == null && grant.competitionId() == null)) {
            ofGroups.add(open(of));
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
        competitions.forEach(id -> ofGroups.add(open(of.then(" and competition_id = ?", id))));
        programs.forEach(id -> ofGroups.add(open(of.then(" and program_id = ?", id))));
    }

    /** The same of what is open and the filter lets through. */
    private Sql open(Sql condition) {
        var open = condition.around("state = 'OPEN' and ", "");
        open = restricted(open, "competition_id = ?", filter.competitionId());
        open = restricted(open, "round_id = ?", filter.roundId());
        open = restricted(open, "task_key = ?", filter.taskKey());
        var due = filter.due();
        return due == null ? open : due(open, due);
    }

    private Sql due(Sql condition, Due due) {
        return switch (due) {
            case OVERDUE -> restricted(condition, "due_at < ?", at(now));
            case SOON -> between(condition, now, now.plus(Due.SOON_ENDS));
            case WEEK -> between(condition, now.plus(Due.SOON_ENDS), now.plus(Due.WEEK_ENDS));
            case LATER -> restricted(condition, "due_at >= ?", at(now.plus(Due.WEEK_ENDS)));
            case UNDATED -> condition.then(" and due_at is null");
        };
    }

    private static Sql between(Sql condition, Instant from, Instant until) {
        return restricted(restricted(condition, "due_at >= ?", at(from)), "due_at < ?", at(until));
    }

    private static Object at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Sql restricted(Sql condition, String restriction, @Nullable Object value) {
        return value == null ? condition : condition.then(" and " + restriction, value);
    }
}
