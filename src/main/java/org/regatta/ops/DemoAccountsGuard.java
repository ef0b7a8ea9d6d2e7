package org.regatta.ops;

import org.regatta.identity.People;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Refuses to serve a database in which a demo person can sign in, before the first request is taken. */
@Component
@Profile("!local")
class DemoAccountsGuard implements SmartInitializingSingleton {

    private final People people;

    DemoAccountsGuard(People people) {
        this.people = people;
    }

    @Override
    public void afterSingletonsInstantiated() {
        if (people.anyoneSignsInWith(DemoAccounts.DOMAIN, DemoAccounts.PASSWORD)) {
            throw new StartRefused(
                    "People of the demo can sign in to this database with a password that everybody knows.",
                    "Start on a database without demo data, or disable them:"
                            + " update person set enabled = false where email like '%@" + DemoAccounts.DOMAIN + "'");
        }
    }
}
