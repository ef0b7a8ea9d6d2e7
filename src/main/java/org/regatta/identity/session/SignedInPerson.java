package org.regatta.identity.session;

import java.io.Serializable;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/** What a session keeps of a person: who it is, and nothing about what the person may do. */
public record SignedInPerson(UUID id, String email) implements AuthenticatedPrincipal, Serializable {

    @Override
    public String getName() {
        return id.toString();
    }
}
