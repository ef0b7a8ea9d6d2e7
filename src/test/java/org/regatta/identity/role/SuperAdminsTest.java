package org.regatta.identity.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.TestDatabase;
import org.regatta.identity.Access;
import org.regatta.identity.Acting;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.NamedPlace;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Places;
import org.regatta.identity.Reach;
import org.regatta.identity.Role;
import org.regatta.shared.Ids;
import org.regatta.shared.InvalidInput;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Who administers the site: by four eyes where that is asked for, and never nobody. */
class SuperAdminsTest {

    private static final DataSource DATA = TestDatabase.fresh().dataSource();
    private static final JdbcClient JDBC = JdbcClient.create(DATA);

    private final TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(DATA));
    private final Access access = Acting.access(JDBC);
    private final List<Object> events = new ArrayList<>();
    private final GrantRows rows = new GrantRows(JDBC);
    private final Granting granting = new Granting(rows, new SuperAdmins(JDBC), events::add, Clock.systemUTC());
    private final RoleRequests requests = new RoleRequests(JDBC, granting, access, events::add, Clock.systemUTC());
    private UUID ada = Ids.next();
    private UUID grace = Ids.next();

    @BeforeEach
    void twoSuperAdmins() {
        JDBC.sql("delete from role_request").update();
        JDBC.sql("delete from role_grant").update();
        ada = superAdmin();
        grace = superAdmin();
        Acting.as(ada);
    }

    @AfterEach
    void nobody() {
        Acting.asNobody();
    }

    @Test
    void waitsForASecondPersonWhereFourEyesAreAskedFor() {
        var newcomer = person();
        var grants = grants(true);

        assertThat(grants.grant(NewGrant.lasting(newcomer, Role.SUPER_ADMIN, null, null)))
                .isFalse();

        assertThat(held(newcomer)).isZero();
        var request = requests.open().getFirst();
        assertThat(request.decidable()).isFalse();
        assertThatThrownBy(() -> requests.approve(request.id())).isInstanceOf(SecondPersonNeeded.class);

        Acting.as(grace);
        assertThat(requests.open().getFirst().decidable()).isTrue();
        requests.approve(request.id());
        assertThat(held(newcomer)).isOne();
        assertThat(requests.open()).isEmpty();
        assertThatThrownBy(() -> requests.approve(request.id())).isInstanceOf(RoleRequestDecided.class);
        assertThat(events).extracting(Object::getClass).containsExactly(RoleRequested.class, RoleGranted.class);
    }

    @Test
    void tellsThePersonAndSuperAdminsWhatWaitsAndNobodyElse() {
        var newcomer = person();
        var other = person();
        grants(true).grant(NewGrant.lasting(newcomer, Role.SUPER_ADMIN, null, null));
        grants(true).grant(NewGrant.lasting(other, Role.SUPER_ADMIN, null, null));

        assertThat(requests.about(newcomer)).singleElement().satisfies(one -> {
            assertThat(one.personId()).isEqualTo(newcomer);
            assertThat(one.requestedById()).isEqualTo(ada);
        });
        Acting.as(newcomer);
        assertThat(requests.about(newcomer))
                .singleElement()
                .extracting(RoleRequestView::decidable)
                .isEqualTo(false);
        assertThat(requests.about(other)).isEmpty();
    }

    @Test
    void grantsNothingThatWasAskedForAfterTheSecondPersonLooked() {
        var newcomer = person();
        grants(true).grant(until(newcomer, Duration.ofDays(2)));
        var seen = requests.open().getFirst();
        grants(true).grant(NewGrant.lasting(newcomer, Role.SUPER_ADMIN, null, null));

        Acting.as(grace);
        assertThatThrownBy(() -> requests.approve(seen.id())).isInstanceOf(NotVisible.class);
        assertThat(held(newcomer)).isZero();
        assertThat(requests.open()).hasSize(1);
    }

    @Test
    void grantsNothingWhoseEndHasPassedWhileItWaited() {
        var newcomer = person();
        grants(true).grant(until(newcomer, Duration.ofDays(2)));
        JDBC.sql("update role_request set valid_until = now() - interval '1 hour'")
                .update();
        var request = requests.open().getFirst();

        Acting.as(grace);
        assertThatThrownBy(() -> inTransaction(() -> requests.approve(request.id())))
                .isInstanceOf(InvalidInput.class)
                .hasMessage("The end that was asked for has passed already.");
        assertThat(held(newcomer)).isZero();
        requests.decline(request.id());
    }

    @Test
    void keepsTheLastOneWhenTheSecondPersonAgreesToAnEnd() {
        var lasting = superAdmin();
        grants(true).grant(until(lasting, Duration.ofDays(2)));
        var request = requests.open().getFirst();
        JDBC.sql("update role_grant set valid_until = now() + interval '9 days' where person_id <> ?")
                .param(lasting)
                .update();

        Acting.as(grace);
        assertThatThrownBy(() -> inTransaction(() -> requests.approve(request.id())))
                .isInstanceOf(LastSuperAdmin.class);
        assertThat(requests.open()).hasSize(1);
    }

    @Test
    void changesNothingWhenTheSecondPersonDeclines() {
        var newcomer = person();
        grants(true).grant(NewGrant.lasting(newcomer, Role.SUPER_ADMIN, null, null));
        var request = requests.open().getFirst();

        Acting.as(grace);
        requests.decline(request.id());

        assertThat(held(newcomer)).isZero();
        assertThat(requests.open()).isEmpty();
    }

    @Test
    void asksForNoSecondPersonAboutOtherRoles() {
        var newcomer = person();

        assertThat(grants(true).grant(NewGrant.lasting(newcomer, Role.OBSERVER, null, null)))
                .isTrue();
        assertThat(grants(false).grant(NewGrant.lasting(newcomer, Role.SUPER_ADMIN, null, null)))
                .isTrue();
        assertThat(held(newcomer)).isEqualTo(2);
    }

    @Test
    void keepsTheLastOne() {
        var grants = grants(false);
        grants.withdraw(grantOf(grace));

        assertThatThrownBy(() -> inTransaction(() -> grants.withdraw(grantOf(ada))))
                .isInstanceOf(LastSuperAdmin.class);
        assertThat(held(ada)).isOne();
    }

    @Test
    void doesNotCountOneWhoseRoleEndsOrWhoseAccountIsClosed() {
        var grants = grants(false);
        inTransaction(() -> grants.grant(until(grace, Duration.ofDays(9))));
        assertThatThrownBy(() -> inTransaction(() -> grants.withdraw(grantOf(ada))))
                .isInstanceOf(LastSuperAdmin.class);

        inTransaction(() -> grants.grant(NewGrant.lasting(grace, Role.SUPER_ADMIN, null, null)));
        JDBC.sql("update person set enabled = false where id = ?").param(grace).update();
        assertThatThrownBy(() -> inTransaction(() -> grants.withdraw(grantOf(ada))))
                .isInstanceOf(LastSuperAdmin.class);
    }

    @Test
    void keepsOneOfTwoWhoTakeTheRoleFromEachOtherAtTheSameTime() throws Exception {
        var grants = grants(false);
        var start = new CyclicBarrier(2);
        var outcomes = new ArrayList<Future<@Nullable Throwable>>();
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (var each : List.of(List.of(ada, grace), List.of(grace, ada))) {
                outcomes.add(pool.submit(() -> {
                    Acting.as(each.getFirst());
                    start.await(10, TimeUnit.SECONDS);
                    try {
                        inTransaction(() -> grants.withdraw(grantOf(each.getLast())));
                        return null;
                    } catch (LastSuperAdmin | ActionForbidden | NotVisible refused) {
                        // who comes second may have lost the role by then, and with it the sight of the other's
                        return refused;
                    } finally {
                        Acting.asNobody();
                    }
                }));
            }
        }
        var refused = 0;
        for (var outcome : outcomes) {
            refused += outcome.get() == null ? 0 : 1;
        }
        assertThat(refused).isOne();
        assertThat(held(ada) + held(grace)).isOne();
    }

    private RoleGrants grants(boolean fourEyes) {
        var nowhere = new Nowhere();
        var sources = new RoleSources(granting, access, nowhere, new RoleProperties(fourEyes));
        return new RoleGrants(
                rows, requests, new Administration(JDBC, access, nowhere), sources, events::add, Clock.systemUTC());
    }

    private static NewGrant until(UUID personId, Duration end) {
        var until = Instant.now(Clock.systemUTC()).plus(end);
        return new NewGrant(personId, Role.SUPER_ADMIN, null, null, null, until);
    }

    private void inTransaction(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }

    private static UUID superAdmin() {
        var id = person();
        JDBC.sql("insert into role_grant (id, person_id, role, granted_at) values (?, ?, 'SUPER_ADMIN', now())")
                .params(Ids.next(), id)
                .update();
        return id;
    }

    private static UUID person() {
        var id = Ids.next();
        JDBC.sql("insert into person (id, email, name, created_at) values (?, ?, 'Somebody', now())")
                .params(id, id + "@example.org")
                .update();
        return id;
    }

    private static UUID grantOf(UUID personId) {
        return JDBC.sql("select id from role_grant where person_id = ?")
                .param(personId)
                .query(UUID.class)
                .single();
    }

    private static int held(UUID personId) {
        return JDBC.sql("select count(*) from role_grant where person_id = ?")
                .param(personId)
                .query(Integer.class)
                .single();
    }

    /** A site without programs. */
    private static final class Nowhere implements Places {

        @Override
        public List<NamedPlace> within(Reach reach) {
            return List.of();
        }

        @Override
        public Optional<NamedPlace> find(@Nullable UUID programId, @Nullable UUID competitionId) {
            return Optional.empty();
        }
    }
}
