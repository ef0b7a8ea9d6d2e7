package org.regatta.identity.directory;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regatta.identity.Access;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.BulkReads;
import org.regatta.identity.NotVisible;
import org.regatta.identity.PersonalDataRead;
import org.regatta.identity.role.Administration;
import org.regatta.identity.role.LastSuperAdmin;
import org.regatta.identity.role.RoleGrants;
import org.regatta.identity.role.RoleOutOfReach;
import org.regatta.identity.role.SuperAdmins;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists the people the viewer administers, shows one of them, closes and opens accounts. */
@Service
@Transactional
public class Directory {

    private final DirectoryQueries queries;
    private final RoleGrants roles;
    private final Administration administration;
    private final SuperAdmins superAdmins;
    private final Access access;
    private final Closing closing;
    private final BulkReads reads;

    Directory(
            DirectoryQueries queries,
            RoleGrants roles,
            Administration administration,
            SuperAdmins superAdmins,
            Access access,
            Closing closing,
            BulkReads reads) {
        this.queries = queries;
        this.roles = roles;
        this.administration = administration;
        this.superAdmins = superAdmins;
        this.access = access;
        this.closing = closing;
        this.reads = reads;
    }

    /**
     * People by name; the same number of statements for any page size. Publishes {@link PersonalDataRead}: it is a list of
     * addresses.
     *
     * @throws ActionForbidden if the viewer administers nobody
     */
    public Page<ListedPerson> list(PeopleFilter filter, PageRequest page) {
        return list(filter, PeopleFilter.Sort.NAME, false, page);
    }

    /**
     * The same in another order.
     *
     * @param descending the order the other way round; what comes last without a value comes last all the same
     */
    public Page<ListedPerson> list(PeopleFilter filter, PeopleFilter.Sort sort, boolean descending, PageRequest page) {
        var scope = administration.scope();
        var found = queries.page(scope, filter, sort, descending, page);
        var grants =
                roles.of(found.items().stream().map(DirectoryQueries.Row::id).toList(), scope);
        reads.tell("people", filter.placeId(), null, found.items().size());
        return found.map(row -> new ListedPerson(
                row.id(),
                row.name(),
                row.email(),
                row.state(),
                row.lastSignInAt(),
                grants.getOrDefault(row.id(), List.of())));
    }

    /** How many the filter finds in each state, whatever state it wants; every state is in it. */
    @Transactional(readOnly = true)
    public Map<PersonState, Long> counts(PeopleFilter filter) {
        return queries.counts(administration.scope(), filter);
    }

    /**
     * One account.
     *
     * @throws NotVisible if the viewer sees nothing of the person
     */
    @Transactional(readOnly = true)
    public PersonRecord get(UUID personId) {
        var scope = administration.scope();
        administration.requireSeen(scope, personId);
        var person = queries.find(personId).orElseThrow(NotVisible::new);
        return new PersonRecord(
                person.id(),
                person.name(),
                person.email(),
                person.state(),
                person.zone(),
                person.language(),
                person.createdAt(),
                person.lastSignInAt(),
                person.sessions(),
                person.invitation(),
                roles.of(List.of(personId), scope).getOrDefault(personId, List.of()),
                administration.manages(scope, personId));
    }

    /**
     * Closes an account: its person is signed out and no token of theirs works; roles and results stay. Does nothing if it
     * is closed already. Publishes {@link PersonDeactivated}.
     *
     * @throws NotVisible if the viewer sees nothing of the person
     * @throws RoleOutOfReach if a role of the person is out of reach, or it is the viewer's own account
     * @throws LastSuperAdmin if nobody would be left who administers the site for good
     */
    public void deactivate(UUID personId) {
        administration.requireManaged(personId);
        superAdmins.hold();
        var superAdmin = closing.isSuperAdmin(personId);
        if (closing.close(personId, access.viewer().personId()) && superAdmin) {
            superAdmins.requireOneLeft();
        }
    }

    /** Opens a closed account again; refusals as {@link #deactivate}. Publishes {@link PersonReactivated}. */
    public void reactivate(UUID personId) {
        administration.requireManaged(personId);
        closing.reopen(personId, access.viewer().personId());
    }
}
