package org.regatta.identity.invitation;

import java.time.Clock;
import java.util.Optional;
import org.regatta.identity.Access;
import org.regatta.identity.NamedPlace;
import org.regatta.identity.Places;
import org.regatta.identity.role.Administration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Who invites, where to, and who hears of it. */
@Component
record InvitationSources(
        Access access, Administration administration, Places places, ApplicationEventPublisher events, Clock clock) {

    /** Empty for the whole site. */
    Optional<NamedPlace> place(InviteList list) {
        return list.programId() == null && list.competitionId() == null
                ? Optional.empty()
                : places.find(list.programId(), list.competitionId());
    }

    /** The name of the whole site, as a letter says it. */
    String site() {
        return "Regatta";
    }
}
