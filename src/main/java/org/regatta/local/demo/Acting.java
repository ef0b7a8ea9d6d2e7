package org.regatta.local.demo;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Lets the people of the demo act, each with the rights the person has. */
@Component
class Acting {

    private final People people;

    Acting(People people) {
        this.people = people;
    }

    /** The person with this address. */
    UUID person(String email) {
        return people.ensure(new NewPerson(email, email.substring(0, email.indexOf('@'))));
    }

    /** Does the work on this thread as that person. */
    <T> T as(UUID personId, Supplier<T> work) {
        var before = SecurityContextHolder.getContext();
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(personId.toString(), "", List.of()));
        SecurityContextHolder.setContext(context);
        try {
            return work.get();
        } finally {
            SecurityContextHolder.setContext(before);
        }
    }

    /** Does the work on this thread as that person. */
    void does(UUID personId, Runnable work) {
        as(personId, () -> {
            work.run();
            return personId;
        });
    }
}
