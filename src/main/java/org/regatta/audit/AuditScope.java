package org.regatta.audit;

import java.util.HashMap;
import java.util.Map;
import org.regatta.audit.chain.Visible;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.Role;
import org.regatta.shared.Ids;
import org.springframework.stereotype.Component;

/**
 * How far the viewer sees into the log, as conditions over the alias {@code e} of {@code audit_entry}: the competitions
 * whose history the viewer reads, or of which only what was decided, without what a conflict of interest withholds; and
 * the own acts of those whose role lets them read these.
 */
@Component
class AuditScope {

    /** What the types of entries about decisions and the awards among them begin with. */
    private static final String DECISIONS = "deliberation.";

    /**
     * Entries about a ranking in which a conflict of interest hides a project: all of them, as which of several names it
     * would tell where it stands.
     */
    private static final String RANKING_WITHHELD = """
            (starts_with(e.type, 'ranking.')
               and exists (select 1 from project p
                            where p.id = any(cast(:withheld as uuid[])) and p.competition_id = e.competition_id))
            """;

    /** Entries the viewer may read. */
    static final String READABLE = """
            ((:ownActs and e.actor_id = :me) or (
                (%s or (starts_with(e.type, '%s') and %s))
                and e.subject <> all(:withheld) and coalesce(e.details ->> 'projectId', '') <> all(:withheld)
                and not coalesce(jsonb_exists_any(e.details -> 'projectIds', cast(:withheld as text[])), false)
                and not %s))
            """.formatted(within("history"), DECISIONS, within("decided"), RANKING_WITHHELD);

    /** Entries of which the viewer runs the competition. */
    static final String RUN = within("run");

    /** Entries whose people the viewer may know: in blind rounds only those who run the competition may. */
    static final String NAMED = "(e.actor_id = :me or " + RUN + """
             or not exists (select 1 from round r where r.competition_id = e.competition_id and r.blind))
            """;

    /**
     * Entries of which the viewer may read what an evaluation or a ranking held: it is the own evaluation, or the policy
     * shows it by now.
     */
    static final String RESULT_READ = """
            (not (e.type = 'evaluation.submitted' or starts_with(e.type, 'ranking.'))
               or (e.type = 'evaluation.submitted' and e.actor_id = :me)
               or (not %s
                   and (%s
                        or (%s and exists (select 1 from round r where r.id = cast(e.details ->> 'roundId' as uuid)
                                                                   and r.status in ('CLOSED', 'COMPLETED'))))))
            """.formatted(RANKING_WITHHELD, within("running"), within("closed"));

    private final Access access;

    AuditScope(Access access) {
        this.access = access;
    }

    /**
     * The parameters of the conditions.
     *
     * @throws ActionForbidden if the viewer has neither a history to read nor acts of a role that may read its own
     */
    Map<String, Object> parameters() {
        if (!readsOwnActs() && access.reach(Action.READ_DECISION_HISTORY).nothing()) {
            throw new ActionForbidden(Action.READ_HISTORY);
        }
        return allParameters();
    }

    /** Whether the viewer reads entries of this type anywhere. */
    boolean tellsOf(String type) {
        return readsOwnActs() || type.startsWith(DECISIONS);
    }

    private boolean readsOwnActs() {
        var viewer = access.viewer();
        return !access.reach(Action.READ_HISTORY).nothing()
                || viewer.holds(Role.JURY_MEMBER)
                || viewer.holds(Role.MENTOR);
    }

    /**
     * What a bundle may say of each entry; of all others it holds the hash.
     *
     * @throws ActionForbidden if the viewer may not verify the log
     */
    Visible ofBundle() {
        requireVerifying();
        return new Visible(
                "(" + String.join(" and ", READABLE, NAMED, RESULT_READ) + ")",
                "(" + READABLE + " and " + RUN + ")",
                allParameters());
    }

    boolean mayVerify() {
        return !access.reach(Action.VERIFY_AUDIT).nothing();
    }

    /** Refuses whoever may not verify the log. */
    void requireVerifying() {
        if (!mayVerify()) {
            throw new ActionForbidden(Action.VERIFY_AUDIT);
        }
    }

    private Map<String, Object> allParameters() {
        var parameters = new HashMap<String, Object>();
        parameters.put("me", access.viewer().personId());
        parameters.put("ownActs", readsOwnActs());
        parameters.put("withheld", Ids.texts(access.withheld()));
        put(parameters, "history", Action.READ_HISTORY);
        put(parameters, "decided", Action.READ_DECISION_HISTORY);
        put(parameters, "run", Action.RUN_COMPETITION);
        put(parameters, "running", Action.READ_RANKING_BEFORE_CLOSE);
        put(parameters, "closed", Action.READ_EVALUATIONS_AFTER_CLOSE);
        return parameters;
    }

    private void put(Map<String, Object> parameters, String name, Action action) {
        var reach = access.reach(action);
        parameters.put(name + "Everywhere", reach.everything());
        parameters.put(name + "Programs", Ids.texts(reach.programIds()));
        parameters.put(name + "Competitions", Ids.texts(reach.competitionIds()));
    }

    /** Entries of the places that {@link #put} gave under a name. */
    private static String within(String name) {
        return """
                (:NAMEEverywhere
                   or e.program_id = any(cast(:NAMEPrograms as uuid[]))
                   or e.competition_id = any(cast(:NAMECompetitions as uuid[]))
                   or e.competition_id in (select c.id from competition c
                                            where c.program_id = any(cast(:NAMEPrograms as uuid[]))))
                """.replace("NAME", name);
    }
}
