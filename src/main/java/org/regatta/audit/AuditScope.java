package org.regatta.audit;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.regatta.audit.chain.Visible;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.Reach;
import org.regatta.identity.Role;
import org.regatta.shared.Ids;
import org.springframework.stereotype.Component;

/**
 * How far the viewer sees into the log, as conditions over the alias {@code e} of {@code audit_entry}: the competitions
 * whose history the viewer reads, without what a conflict of interest withholds, and always the viewer's own acts.
 */
@Component
class AuditScope {

    /** Entries the viewer may read. */
    static final String READABLE = """
            (e.actor_id = :me or (
                (:everything
                   or e.program_id = any(cast(:programs as uuid[]))
                   or e.competition_id = any(cast(:competitions as uuid[]))
                   or e.competition_id in (select c.id from competition c
                                            where c.program_id = any(cast(:programs as uuid[]))))
                and e.subject <> all(:withheld) and coalesce(e.details ->> 'projectId', '') <> all(:withheld)
                and not coalesce(jsonb_exists_any(e.details -> 'projectIds', cast(:withheld as text[])), false)))
            """;

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
        var reach = access.reach(Action.READ_HISTORY);
        var viewer = access.viewer();
        if (reach.nothing() && !viewer.holds(Role.JURY_MEMBER) && !viewer.holds(Role.MENTOR)) {
            throw new ActionForbidden(Action.READ_HISTORY);
        }
        return parameters(reach, viewer.personId());
    }

    /**
     * What a bundle may say of each entry; of all others it holds the hash.
     *
     * @throws ActionForbidden if the viewer may not verify the log
     */
    Visible ofBundle() {
        requireVerifying();
        return new Visible(
                "(" + READABLE + " and " + NAMED + ")",
                "(" + READABLE + " and " + RUN + ")",
                parameters(access.reach(Action.READ_HISTORY), access.viewer().personId()));
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

    private Map<String, Object> parameters(Reach reach, UUID me) {
        var runs = access.reach(Action.RUN_COMPETITION);
        var parameters = new HashMap<String, Object>();
        parameters.put("me", me);
        parameters.put("everything", reach.everything());
        parameters.put("programs", Ids.texts(reach.programIds()));
        parameters.put("competitions", Ids.texts(reach.competitionIds()));
        parameters.put("withheld", Ids.texts(access.withheld()));
        parameters.put("runsEverything", runs.everything());
        parameters.put("runPrograms", Ids.texts(runs.programIds()));
        parameters.put("runCompetitions", Ids.texts(runs.competitionIds()));
        return parameters;
    }
}
