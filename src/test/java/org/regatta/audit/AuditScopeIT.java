package org.regatta.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.identity.Acting;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.ranking.RankingComputed;
import org.regatta.ranking.Standing;
import org.regatta.shared.Change;
import org.regatta.shared.DomainEvent;
import org.regatta.shared.Ids;
import org.regatta.shared.PageRequest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who reads what of the log. */
@RegattaTest
class AuditScopeIT {

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

    record MarkMoved(UUID markId, UUID competitionId, UUID actor, Instant occurredAt, Map<String, Change> changes)
            implements DomainEvent {

        @Override
        public String type() {
            return "course.markMoved";
        }

        @Override
        public String subject() {
            return markId.toString();
        }
    }

    record FleetStarted(UUID competitionId, UUID actor, Instant occurredAt, List<UUID> projectIds)
            implements DomainEvent {

        @Override
        public String type() {
            return "course.fleetStarted";
        }

        @Override
        public String subject() {
            return competitionId.toString();
        }
    }

    @Autowired
    AuditLog log;

    @Autowired
    People people;

    @Autowired
    ApplicationEventPublisher events;

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
    void hidesWhomATextOfAChangeNamesFromObserversOfABlindCompetition() {
        blind();
        events.publishEvent(new MarkMoved(
                Ids.next(),
                competitionId,
                adminId,
                Instant.EPOCH,
                Map.of(
                        "depth", new Change(4, 5),
                        "skipper", new Change("Ada", "Bea"),
                        "watch.personId", new Change(adminId, observerId))));

        assertThat(asPerson(adminId))
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.details().path("changes").size()).isEqualTo(3));
        assertThat(asPerson(observerId))
                .singleElement()
                .satisfies(entry -> assertThat(entry.details().path("changes").toString())
                        .isEqualTo("{\"depth\":{\"after\":5,\"before\":4}}")); // as jsonb sorts
    }

    @Test
    void findsAProjectByItsNumberHoweverManyCompetitionsHaveOneOfThatNumber() {
        var number = "N-" + programId.toString().substring(24);
        jdbc.sql("""
                        with other as (
                            insert into competition (id, program_id, key, name, zone, status, created_at)
                            select gen_random_uuid(), :program, 'other-' || n, 'Other', 'UTC', 'DRAFT', now()
                              from generate_series(1, 150) as n returning id),
                        crew as (
                            insert into team (id, competition_id, name)
                            select gen_random_uuid(), id, 'Crew' from other returning id, competition_id)
                        insert into project (id, competition_id, team_id, number, title, status, created_at)
                        select gen_random_uuid(), competition_id, id, :number, 'Buoy', 'DRAFT', now() from crew
                        """).param("program", programId).param("number", number).update();
        var project = project(number);
        events.publishEvent(event(project, adminId));
        Acting.as(adminId);

        assertThat(log.search(new AuditQuery(null, number, null, competitionId, null, null), null, 50))
                .hasSize(1);
        assertThat(log.search(new AuditQuery(null, number, null, null, null, null), null, 50))
                .hasSize(1);
    }

    @Test
    void findsWhatHappenedToAPersonTogetherWithOthers() {
        var two = List.of(
                people.ensure(new NewPerson("two.a." + programId + "@example.org", "Tina Together")),
                people.ensure(new NewPerson("two.b." + programId + "@example.org", "Tom Together")));
        people.grantAll(two, Role.JURY_MEMBER, null, competitionId);
        Acting.as(adminId);

        assertThat(log.search(
                        new AuditQuery("Tina Together", null, "identity.rolesGiven", competitionId, null, null),
                        null,
                        50))
                .singleElement()
                .satisfies(entry ->
                        assertThat(entry.details().path("personIds").size()).isEqualTo(2));
    }

    @Test
    void masksPeopleAndTheirWordsFromObserversOfABlindCompetition() {
        events.publishEvent(event(Ids.next(), adminId));
        assertThat(asPerson(observerId))
                .singleElement()
                .satisfies(entry -> assertThat(entry.actorName()).isEqualTo("Ada Admin"));

        blind();

        assertThat(asPerson(observerId)).singleElement().satisfies(entry -> {
            assertThat(entry.actorName()).isNull();
            assertThat(entry.actorId()).isNull();
            assertThat(entry.details().has("note")).isFalse();
        });
        assertThat(found(observerId, "Ada")).as("nor found by name").isEmpty();
        assertThat(found(adminId, "Ada")).hasSize(1);
    }

    @Test
    void keepsBackWhatAConflictOfInterestWithholds() {
        var project = project("1");
        var round = round();
        events.publishEvent(event(project, adminId));
        events.publishEvent(new FleetStarted(competitionId, adminId, Instant.EPOCH, List.of(project, Ids.next())));
        // two parts of one ranking: the second does not name it, and so would tell that it is among the first hundred
        events.publishEvent(ranked(round, project));
        events.publishEvent(ranked(round, Ids.next()));
        assertThat(asPerson(observerId)).hasSize(4);

        jdbc.sql("""
                        insert into conflict_of_interest (id, competition_id, project_id, person_id, kind, declared_at)
                        values (:id, :competition, :project, :person, 'DECLARED', now())
                        """)
                .param("id", Ids.next())
                .param("competition", competitionId)
                .param("project", project)
                .param("person", observerId)
                .update();

        assertThat(asPerson(observerId)).as("nor where it is one of many").isEmpty();
        assertThat(asPerson(adminId)).hasSize(4);
    }

    @Test
    void showsARankingOnceThePolicyDoes() {
        var round = round();
        events.publishEvent(ranked(round, Ids.next()));
        assertThat(result(observerId)).isEqualTo(23);

        jdbc.sql("update round set status = 'OPEN' where id = ?").param(round).update();

        assertThat(result(observerId)).as("while it is open again").isZero();
        assertThat(result(adminId)).isZero();
    }

    @Test
    void showsJurorsTheirOwnActsAndNothingElse() {
        var juror = people.ensure(new NewPerson("own." + programId + "@example.org", "Juror"));
        people.grant(juror, Role.JURY_MEMBER, null, competitionId);
        events.publishEvent(event(Ids.next(), juror));
        events.publishEvent(event(Ids.next(), adminId));

        Acting.as(juror);

        assertThat(log.search(AuditQuery.ALL, null, 50))
                .singleElement()
                .satisfies(entry -> assertThat(entry.actorId()).isEqualTo(juror));
    }

    private UUID project(String number) {
        var id = Ids.next();
        jdbc.sql("insert into team (id, competition_id, name) values (?, ?, 'Team')")
                .params(id, competitionId)
                .update();
        jdbc.sql("insert into project (id, competition_id, team_id, number, title, status, created_at)"
                        + " values (?, ?, ?, ?, 'Seagrass', 'SUBMITTED', now())")
                .params(id, competitionId, id, number)
                .update();
        return id;
    }

    private UUID round() {
        var id = Ids.next();
        jdbc.sql("insert into round (id, competition_id, key, name, kind, position, status)"
                        + " values (?, ?, 'final', 'Final', 'EVALUATION', 2, 'CLOSED')")
                .params(id, competitionId)
                .update();
        return id;
    }

    private RankingComputed ranked(UUID roundId, UUID projectId) {
        var standings = List.of(new Standing(projectId, 1, 1, BigDecimal.valueOf(23), true));
        return new RankingComputed(Ids.next(), roundId, List.of(projectId), standings, competitionId, Instant.EPOCH);
    }

    /** What the one entry tells this person of a result; 0 where it tells nothing. */
    private int result(UUID personId) {
        return asPerson(personId).getFirst().details().at("/standings/0/result").asInt();
    }

    private void blind() {
        jdbc.sql("""
                        insert into round (id, competition_id, key, name, kind, position, status, blind)
                        values (:id, :competition, 'blind', 'Blind', 'EVALUATION', 1, 'PLANNED', true)
                        """)
                .param("id", Ids.next())
                .param("competition", competitionId)
                .update();
    }

    private List<AuditEntryView> found(UUID personId, String name) {
        Acting.as(personId);
        return log.search(new AuditQuery(name, null, null, competitionId, null, null), null, 50);
    }

    private List<AuditEntryView> asPerson(UUID personId) {
        Acting.as(personId);
        return log.of(competitionId, new PageRequest(0, 50)).items();
    }

    private BuoySet event(UUID subject, UUID actor) {
        return new BuoySet(subject, competitionId, actor, Instant.EPOCH, Collections.nCopies(500, Ids.next()), "windy");
    }
}
