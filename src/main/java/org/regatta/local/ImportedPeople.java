package org.regatta.local;

import org.regatta.identity.People;
import org.regatta.imports.ImportApplied;
import org.regatta.ops.DemoAccounts;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Lets imported people whose addresses cannot exist sign in with the demo password, to try a bundle as its jurors. */
@Component
@Profile("local")
class ImportedPeople {

    private final People people;

    ImportedPeople(People people) {
        this.people = people;
    }

    @EventListener
    void on(ImportApplied applied) {
        people.setMissingPasswords(".example", DemoAccounts.PASSWORD);
    }
}
