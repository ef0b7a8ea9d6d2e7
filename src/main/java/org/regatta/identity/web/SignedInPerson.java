package org.regatta.identity.web;

import java.io.Serializable;
import java.util.UUID;
import org.springframework.security.core.AuthenticatedPrincipal;

/** What a session keeps of a person: who it is, and nothing about what the person may do. */
record SignedInPerson(UUID id, String email) implements AuthenticatedPrincipal, Serializable {

    @Override
    public String getName() {
        return id.toString();
    }
}
