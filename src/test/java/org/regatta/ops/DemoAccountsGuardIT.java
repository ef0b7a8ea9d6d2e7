package org.regatta.ops;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RegattaTest
class DemoAccountsGuardIT {

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void refusesADatabaseInWhichADemoPersonCanSignIn() {
        var guard = new DemoAccountsGuard(people);
        var demo = people.ensure(new NewPerson("Guarded@" + DemoAccounts.DOMAIN, "Demo"));
        assertThatCode(guard::afterSingletonsInstantiated).doesNotThrowAnyException();

        people.setPassword(demo, DemoAccounts.PASSWORD);
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(guard::afterSingletonsInstantiated)
                .withMessageContaining("everybody knows");

        people.setPassword(demo, "a-password-of-ones-own");
        assertThatCode(guard::afterSingletonsInstantiated).doesNotThrowAnyException();

        people.setPassword(demo, DemoAccounts.PASSWORD);
        jdbc.sql("update person set enabled = false where id = ?").param(demo).update();
        assertThatCode(guard::afterSingletonsInstantiated).doesNotThrowAnyException();
    }
}
