package org.regatta.identity.factor;

import java.util.Map;
import java.util.UUID;
import org.regatta.identity.Access;
import org.regatta.identity.LetterDue;
import org.regatta.identity.NotVisible;
import org.regatta.identity.role.Administration;
import org.regatta.identity.role.RoleOutOfReach;
import org.regatta.identity.session.Devices;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The way back for whoever has lost the authenticator app and every recovery code: somebody who administers the account. */
@Service
@Transactional
public class LostFactors {

    private final SecondFactors factors;
    private final Administration administration;
    private final Devices devices;
    private final Access access;
    private final ApplicationEventPublisher events;

    LostFactors(
            SecondFactors factors,
            Administration administration,
            Devices devices,
            Access access,
            ApplicationEventPublisher events) {
        this.factors = factors;
        this.administration = administration;
        this.devices = devices;
        this.access = access;
        this.events = events;
    }

    /**
     * Forgets the person's app and recovery codes, ends their sessions and writes to them; publishes
     * {@link SecondFactorRemoved}. Does nothing if there is no app. Password, passkeys and roles stay.
     *
     * @throws NotVisible if the viewer sees nothing of the person
     * @throws RoleOutOfReach if a role of the person is out of reach, or it is the viewer's own account
     */
    public void forget(UUID personId) {
        administration.requireManaged(personId);
        var viewer = access.viewer();
        if (factors.has(personId)) {
            factors.remove(personId, viewer.personId());
            devices.endAll(personId);
            events.publishEvent(LetterDue.plain(personId, "factorForgotten", Map.of("by", viewer.name())));
        }
    }
}
