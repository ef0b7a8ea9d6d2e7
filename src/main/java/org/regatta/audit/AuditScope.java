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

    /** Entries the viewer may read. */
    static final String READABLE = """
            ((:ownActs and e.actor_id = :me) or (
                (:everything
                   or e.program_id = any(cast(:programs as uuid[]))
                   or e.competition_id = any(cast(:competitions as uuid[]))
                   or e.competition_id in (select c.id from competition c
                                            where c.program_id = any(cast(:programs as uuid[])))
                   or (starts_with(e.type, '%s')
                       and (:decidedEverywhere
                            or e.competition_id = any(cast(:decidedCompetitions as uuid[]))
                            or e.competition_id in (select c.id from competition c
                                                     where c.program_id = any(cast(:decidedPrograms as uuid[]))))))
                and e.subject <> all(:withheld) and coalesce(e.details ->> 'projectId', '') <> all(:withheld)
                and not coalesce(jsonb_exists_any(e.details -> 'projectIds', cast(:withheld as text[])), false)))
            """.formatted(DECISIONS);

    /** Entries of which the viewer runs the competition. */
    static final String RUN = """
            (:runsEverything
               or e.program_id = any(cast(:runPrograms as uuid[]))
               or e.competition_id = any(cast(:runCompetitions as uuid[]))
               or e.competition_id in (select c.id from competition c
                                        where c.program_id = any(cast(:runPrograms as uuid[]))))
            """;

    /** Entries whose people the viewer may know: in blind rounds only those who run the competition may. */
    static final String NAMED = "(e.actor_id = :me or " + RUN + """
             or not exists (select 1 from round r where r.competition_id = e.competition_id and r.blind))
            """;

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
                "(" + READABLE + " and " + NAMED + ")", "(" + READABLE + " and " + RUN + ")", allParameters());
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
        var reach = access.reach(Action.READ_HISTORY);
        var decided = access.reach(Action.READ_DECISION_HISTORY);
        var runs = access.reach(Action.RUN_COMPETITION);
        var parameters = new HashMap<String, Object>();
        parameters.put("me", access.viewer().personId());
        parameters.put("ownActs", readsOwnActs());
        parameters.put("everything", reach.everything());
        parameters.put("programs", Ids.texts(reach.programIds()));
        parameters.put("competitions", Ids.texts(reach.competitionIds()));
        parameters.put("decidedEverywhere", decided.everything());
        parameters.put("decidedPrograms", Ids.texts(decided.programIds()));
        parameters.put("decidedCompetitions", Ids.texts(decided.competitionIds()));
        parameters.put("withheld", Ids.texts(access.withheld()));
        parameters.put("runsEverything", runs.everything());
        parameters.put("runPrograms", Ids.texts(runs.programIds()));
        parameters.put("runCompetitions", Ids.texts(runs.competitionIds()));
        return parameters;
    }
}
