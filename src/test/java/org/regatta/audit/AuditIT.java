package org.regatta.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.Statements;
import org.regatta.identity.Acting;
import org.regatta.identity.Browser;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.identity.token.ApiTokens;
import org.regatta.shared.DomainEvent;
import org.regatta.shared.Ids;
import org.regatta.shared.PageRequest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@RegattaTest
class AuditIT {

    record BuoySet(UUID buoyId, UUID competitionId, UUID actor, Instant occurredAt, List<UUID> boats, String note)
            implements DomainEvent {

        @Override
        public String type() {
            return "course.buoySet";
        }

        @Override
        public String subject() {
            return buoyId.toString();
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    AuditLog log;

    @Autowired
    People people;

    @Autowired
    ApiTokens tokens;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    private final UUID programId = Ids.next();
    private final UUID competitionId = Ids.next();
    private UUID adminId;
    private UUID observerId;

    @BeforeEach
    void aCompetition() {
        jdbc.sql("insert into program (id, key, name) values (:id, :key, 'Program')")
                .param("id", programId)
                .param("key", programId.toString())
                .update();
        jdbc.sql("""
                        insert into competition (id, program_id, key, name, zone, status, created_at)
                        values (:id, :program, 'one', 'Competition', 'UTC', 'DRAFT', now())
                        """).param("id", competitionId).param("program", programId).update();
        adminId = people.ensure(new NewPerson("admin." + programId + "@example.org", "Ada Admin"));
        people.grant(adminId, Role.PROGRAM_ADMIN, programId, null);
        observerId = people.ensure(new NewPerson("observer." + programId + "@example.org", "Otto Observer"));
        people.grant(observerId, Role.OBSERVER, programId, null);
    }

    @AfterEach
    void nobody() {
        Acting.asNobody();
    }

    @Test
    void writesEveryEventWithItsActorInItsTransaction() {
        var buoy = Ids.next();
        transaction.executeWithoutResult(status -> events.publishEvent(event(buoy, adminId)));
        transaction.executeWithoutResult(status -> {
            events.publishEvent(event(Ids.next(), adminId));
            status.setRollbackOnly();
        });

        var entries = asPerson(adminId);

        assertThat(entries).hasSize(1);
        var entry = entries.getFirst();
        assertThat(entry.type()).isEqualTo("course.buoySet");
        assertThat(entry.subject()).isEqualTo(buoy.toString());
        assertThat(entry.actorId()).isEqualTo(adminId);
        assertThat(entry.actorName()).isEqualTo("Ada Admin");
        assertThat(entry.details().get("note").asText()).isEqualTo("windy");
        assertThat(entry.details().get("boats").asInt())
                .as("a long list is told by its length")
                .isEqualTo(500);
        assertThat(entry.details().has("actor")).isFalse();
    }

    @Test
    void showsNoNumberBeforeTheSequencerGaveOne() {
        Acting.as(adminId);
        transaction.executeWithoutResult(open -> {
            events.publishEvent(event(Ids.next(), adminId));

            assertThat(log.search(AuditQuery.ALL, null, 1))
                    .singleElement()
                    .satisfies(entry -> assertThat(entry.number()).isNull());
        });
    }

    @Test
    void tellsAProcessInsideSomebodysRequestFromThePersonsOwnAct() {
        Acting.as(adminId);
        events.publishEvent(event(Ids.next(), null));
        Acting.asNobody();
        events.publishEvent(event(Ids.next(), null));

        var entries = asPerson(adminId);

        assertThat(entries).extracting(AuditEntryView::actorId).containsOnlyNulls();
        assertThat(entries).extracting(AuditEntryView::setOffById).containsExactly(null, adminId);
        assertThat(entries.getLast().setOffByName()).isEqualTo("Ada Admin");
    }

    @Test
    void writesEveryDeniedAttemptDownOnce() throws Exception {
        var juror = people.ensure(new NewPerson("denied." + programId + "@example.org", "Juror"));
        people.grant(juror, Role.JURY_MEMBER, null, competitionId);
        var stranger = people.ensure(new NewPerson("lost." + programId + "@example.org", "Stranger"));

        assertThat(status(juror)).isEqualTo(403);
        assertThat(status(stranger)).isEqualTo(404);

        Acting.as(adminId);
        var denied =
                log.search(new AuditQuery(null, null, "identity.attemptDenied", competitionId, null, null), null, 50);
        assertThat(denied).hasSize(2).allSatisfy(entry -> {
            assertThat(entry.type()).isEqualTo("identity.attemptDenied");
            assertThat(entry.subject()).endsWith(competitionId + "/audit");
            assertThat(entry.requestId()).isNotNull();
            assertThat(entry.via().path("address").asText()).isNotBlank();
        });
        assertThat(denied)
                .extracting(
                        AuditEntryView::actorId,
                        entry -> entry.details().path("code").asText())
                .containsExactly(tuple(stranger, "notVisible"), tuple(juror, "actionForbidden"));
    }

    @Test
    void findsBySubjectTypeAndTimeAndGoesOnBehindTheLastOne() {
        var buoy = Ids.next();
        for (int n = 0; n < 5; n++) {
            events.publishEvent(event(buoy, adminId));
        }
        events.publishEvent(event(Ids.next(), adminId));
        Acting.as(observerId);
        var query = new AuditQuery(
                null, buoy.toString(), "course.", competitionId, Instant.EPOCH, Instant.EPOCH.plusSeconds(1));

        var first = log.search(query, null, 3);
        var second = log.search(query, first.getLast().id(), 3);

        assertThat(first).hasSize(3);
        assertThat(second).hasSize(2).doesNotContainAnyElementsOf(first);
        assertThat(log.search(
                        new AuditQuery(null, null, null, competitionId, Instant.EPOCH.plusSeconds(1), null), null, 50))
                .isEmpty();
        assertThat(log.types()).contains("course.buoySet");
    }

    @Test
    void asksAsManyQuestionsForTenRowsAsForTwoHundred() {
        for (int n = 0; n < 12; n++) {
            events.publishEvent(event(Ids.next(), adminId));
        }
        Acting.as(adminId);
        var query = new AuditQuery("Ada", null, "course.", competitionId, null, null);

        assertThat(Statements.of(() -> log.search(query, null, 10)))
                .isEqualTo(Statements.of(() -> log.search(query, null, 200)));
    }

    @Test
    void answersOverRestToThoseWhoMayReadHistory() throws Exception {
        events.publishEvent(event(Ids.next(), adminId));
        var juror = people.ensure(new NewPerson("juror." + programId + "@example.org", "Juror"));
        people.grant(juror, Role.JURY_MEMBER, null, competitionId);
        var stranger = people.ensure(new NewPerson("stranger." + programId + "@example.org", "Stranger"));

        assertThat(status(observerId)).isEqualTo(200);
        assertThat(status(juror)).isEqualTo(403);
        assertThat(status(stranger)).isEqualTo(404);
        assertThatThrownBy(() -> asPerson(stranger)).hasMessageContaining("nothing here");
    }

    private int status(UUID personId) throws Exception {
        var secret = tokens.issue(personId, "test", null).secret();
        return new Browser(port)
                .get("/api/v1/competitions/" + competitionId + "/audit", "Authorization", "Bearer " + secret)
                .statusCode();
    }

    private List<AuditEntryView> asPerson(UUID personId) {
        Acting.as(personId);
        return log.of(competitionId, new PageRequest(0, 50)).items();
    }

    private BuoySet event(UUID subject, UUID actor) {
        return new BuoySet(subject, competitionId, actor, Instant.EPOCH, Collections.nCopies(500, Ids.next()), "windy");
    }
}
