package org.regatta.local.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.regatta.RegattaTest;
import org.regatta.TestStore;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo as the one-command start makes it: every step by the product's services, processes and people. */
@RegattaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoStoryIT {

    private static final DemoFolder TIDEWATER = new DemoFolder("tidewater-prize-2026");

    @Autowired
    DemoStory story;

    @Autowired
    Acting acting;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private LocalDate begun;

    private final TestStore store = new TestStore();

    @AfterAll
    void closeTheStore() {
        store.close();
    }

    @BeforeAll
    void tell() {
        Map.of(
                        "admin", Role.SUPER_ADMIN,
                        "organiser", Role.PROGRAM_ADMIN,
                        "juror", Role.JURY_MEMBER,
                        "applicant", Role.APPLICANT)
                .forEach(
                        (account, role) -> people.grant(acting.person(account + "@regatta.example"), role, null, null));
        begun = LocalDate.now(clock.withZone(ZoneId.of("Europe/Paris")));
        Awaitility.await("the story's end")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> story.goOn(TIDEWATER));
    }

    @Test
    void standsInTheMiddleOfTheEvaluation() {
        assertThat(texts(
                        "select key || ' ' || status from round where competition_id = :competition order by position"))
                .containsExactly(
                        "call COMPLETED",
                        "first-reading COMPLETED",
                        "selection COMPLETED",
                        "evaluation OPEN",
                        "deliberation PLANNED",
                        "final PLANNED",
                        "awards PLANNED");
        assertThat(texts("select status from project where competition_id = :competition").stream()
                        .collect(groupingBy(status -> status, counting())))
                .containsEntry("ADVANCED", 49L) // 48, and one that was equal at the cut
                .containsEntry("NOT_SELECTED", 15L);
    }

    @Test
    void hasFilesThatTheirTeamsAddedAndThatAreChecked() {
        assertThat(texts("""
                        select f.type || ' ' || s.state || ' ' || s.format
                        from project_file f join stored_file s on s.id = f.file_id join project p on p.id = f.project_id
                        where p.competition_id = :competition and p.number in ('TP26-014', 'TP26-018') order by 1"""))
                .containsExactly("EXEC_SUMMARY CHECKED PDF", "EXEC_SUMMARY CHECKED PDF", "PRESENTATION CHECKED PDF");
    }

    @Test
    void closesTomorrowAtSixInTheEvening() {
        var closes = jdbc.sql("select closes_at from round where competition_id = :competition and key = 'evaluation'")
                .param("competition", competition())
                .query(java.time.OffsetDateTime.class)
                .single()
                .atZoneSameInstant(ZoneId.of("Europe/Paris"));

        assertThat(closes.toLocalTime()).isEqualTo(LocalTime.of(18, 0));
        assertThat(closes.toLocalDate()).isEqualTo(begun.plusDays(1));
    }

    @Test
    void leavesEveryJurorWhereThePaceSays() {
        var states = jdbc.sql("""
                        select j.label || ' ' || coalesce(e.state, a.state)
                        from assignment a join juror j on j.id = a.juror_id
                        join round r on r.id = a.round_id and r.key = 'evaluation'
                        left join evaluation e on e.assignment_id = a.id
                        where r.competition_id = :competition""").param("competition", competition()).query(String.class).list().stream()
                .collect(groupingBy(state -> state, counting()));

        assertThat(states)
                .doesNotContainKeys("Juror 03 ACTIVE", "Juror 03 DRAFT", "Juror 11 SUBMITTED", "Juror 11 DRAFT")
                .containsEntry("Juror 04 SUBMITTED", 5L)
                .containsEntry("Juror 05 RECUSED", 1L)
                .containsEntry("Juror 07 DRAFT", 2L)
                .containsEntry("Juror 07 REOPENED", 1L)
                .containsEntry("Juror 07 SUBMITTED", 7L)
                .hasEntrySatisfying("Juror 07 ACTIVE", left -> assertThat(left).isPositive())
                .containsEntry("Juror 09 RECUSED", 1L);
    }

    @Test
    void asksTheOrganiserForAThirdReaderWhereTheJurorsQuarrel() {
        assertThat(jdbc.sql("""
                        select p.number from inbox_task t join project p on p.id = t.project_id
                        where t.competition_id = :competition and t.task_key = 'appointThirdReader'
                          and t.state = 'OPEN' and t.assignee is null and t.candidate_role = 'PROGRAM_ADMIN'""")
                        .param("competition", competition())
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .isSubsetOf(TIDEWATER.conduct().contested());
    }

    @Test
    void hasNoEvaluationWithoutTheTaskThatMadeIt() {
        assertThat(jdbc.sql("""
                        select count(*) from evaluation e join assignment a on a.id = e.assignment_id
                        join round r on r.id = e.round_id
                        where r.competition_id = :competition and e.state = 'SUBMITTED' and not exists (
                            select 1 from inbox_task t where t.round_id = e.round_id and t.project_id = e.project_id
                              and t.assignee = a.person_id and t.state = 'COMPLETED')""")
                        .param("competition", competition())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void changesNothingWhenItIsToldAgain() {
        var all = "select id || ' ' || version from evaluation"
                + " where round_id in (select id from round where competition_id = :competition) order by id";
        var before = texts(all);

        assertThat(story.goOn(TIDEWATER)).isTrue();

        assertThat(texts(all)).isEqualTo(before);
    }

    private List<String> texts(String sql) {
        return jdbc.sql(sql)
                .param("competition", competition())
                .query(String.class)
                .list();
    }

    private UUID competition() {
        return jdbc.sql("select id from competition where key = :key")
                .param("key", TIDEWATER.name())
                .query(UUID.class)
                .single();
    }
}
