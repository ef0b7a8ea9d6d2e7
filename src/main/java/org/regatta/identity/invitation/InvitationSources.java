package org.regatta.identity.invitation;

import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    /** The name of a program or competition, or of the site, as a letter says it. */
    String where(@Nullable UUID programId, @Nullable UUID competitionId) {
        return programId == null && competitionId == null
                ? site()
                : places.find(programId, competitionId).map(NamedPlace::name).orElse(site());
    }

    String site() {
        return "Regatta";
    }
}
