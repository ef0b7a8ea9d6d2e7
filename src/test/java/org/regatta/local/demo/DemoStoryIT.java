package org.regatta.local.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regatta.RegattaTest;
import org.regatta.TestStore;
import org.regatta.competition.Competitions;
import org.regatta.identity.Browser;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.workflow.Incidents;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The demo as the one-command start makes it: every step by the product's services, processes and people. */
@RegattaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DemoStoryIT {

    private static final DemoFolder TIDEWATER = new DemoFolder("tidewater-prize-2026");
    private static final DemoFolder HARBOUR = new DemoFolder("harbour-ideas-2026");
    private static final DemoFolder CALL = new DemoFolder("tidewater-prize-2027");
    private static final String PASSWORD = "calm-water-2026";

    @Autowired
    DemoStory story;

    @Autowired
    Acting acting;

    @Autowired
    People people;

    @Autowired
    Incidents incidents;

    @Autowired
    Competitions competitions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @LocalServerPort
    int port;

    private LocalDate begun;

    private final TestStore store = new TestStore();

    @AfterAll
    void closeTheStore() {
        // others share the database, and meet whoever may be a mentor anywhere
        jdbc.sql("""
                        delete from role_grant where role in ('MENTOR', 'OBSERVER', 'AWARD_MASTER', 'AUDIENCE')
                          and person_id in (select id from person where email like '%@regatta.example')""").update();
        store.close();
    }

    @BeforeAll
    void tell() {
        Map.of(
                        "admin", Role.SUPER_ADMIN,
                        "organiser", Role.PROGRAM_ADMIN,
                        "juror", Role.JURY_MEMBER,
                        "mentor", Role.MENTOR,
                        "observer", Role.OBSERVER,
                        "applicant", Role.APPLICANT,
                        "awards", Role.AWARD_MASTER,
                        "audience", Role.AUDIENCE)
                .forEach(
                        (account, role) -> people.grant(acting.person(account + "@regatta.example"), role, null, null));
        begun = LocalDate.now(clock.withZone(ZoneId.of("Europe/Paris")));
        var untold = new ArrayList<>(List.of(TIDEWATER, HARBOUR, CALL));
        Awaitility.await("the end of all stories")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> {
                    waitsForNoFurtherAttempt();
                    untold.removeIf(story::goOn);
                    return untold.isEmpty();
                });
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
    void doesWhatTheConductTellsToTheVeryProjectsItNames() {
        assertThat(texts("""
                        select j.label || case when e.state = 'REOPENED' then ' REOPENED ' when x.id is not null
                               then ' CONFLICT ' else ' RECUSAL ' end || p.number
                        from assignment a join project p on p.id = a.project_id join juror j on j.id = a.juror_id
                        join round r on r.id = a.round_id and r.key = 'evaluation'
                        left join evaluation e on e.assignment_id = a.id
                        left join conflict_of_interest x on x.project_id = a.project_id and x.person_id = a.person_id
                             and x.kind = 'DECLARED' and x.lifted_at is null
                        where r.competition_id = :competition and (a.state = 'RECUSED' or e.state = 'REOPENED')"""))
                .containsExactlyInAnyOrderElementsOf(TIDEWATER.conduct().steps().stream()
                        .map(step -> step.juror() + ' ' + step.kind() + ' ' + step.project())
                        .toList());
    }

    /** From the page a sign-in leads to, along the first link that is theirs. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "SUPER_ADMIN, admin, /inbox, /tasks/, /claim",
        "PROGRAM_ADMIN, organiser, /inbox, /tasks/, /claim",
        "JURY_MEMBER, juror, /inbox, /tasks/, data-evaluation",
        "MENTOR, mentor, /inbox, /projects/, Halcyon Buoy",
        "OBSERVER, observer, /observe, /ranking, Ranking ·",
        "APPLICANT, applicant, /my-projects, /projects/, What we cannot say yet is<|it is missing|/write",
        "AWARD_MASTER, awards, /inbox, /ranking, Ranking ·",
        "AUDIENCE, audience, /competitions, /deadline.ics, 'SUMMARY:Live final\\, Tidewater Prize 2026'",
    })
    void hasSomethingToDoFor(Role role, String account, String desk, String link, String says) throws Exception {
        var email = account + "@regatta.example";
        people.setPassword(acting.person(email), PASSWORD);
        var browser = new Browser(port);
        browser.signIn(email, PASSWORD);

        assertThat(browser.get("/").headers().firstValue("Location").orElseThrow())
                .endsWith(desk);
        var found = Pattern.compile("href=\"([^\"]*" + link + "[^\"]*)\"")
                .matcher(browser.get(desk).body());
        assertThat(found.find()).as("a link to %s for %s", link, role).isTrue();
        var opened = browser.get(found.group(1));
        var on = opened.headers().firstValue("Location").map(to -> to.replaceFirst("^https?://[^/]+", ""));
        assertThat((on.isPresent() ? browser.get(on.get()) : opened).body()).contains(says.split("\\|"));
    }

    @Test
    void holdsAnIncidentThatGoesOnWhenItIsTriedAgain() {
        var harbour = competition(HARBOUR);
        var waits = jdbc.sql("select count(*) from inbox_task where competition_id = ? and task_key = 'approveRanking'")
                .param(harbour)
                .query(Long.class);
        assertThat(waits.single()).isZero();

        var tried = acting.as(
                acting.person("organiser@regatta.example"),
                () -> incidents.retryAll(competitions.get(harbour).place(), null));

        assertThat(tried).isOne();
        Awaitility.await("the ranking").atMost(Duration.ofMinutes(1)).until(() -> waits.single() == 1);
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

    /** The engine tries three times, half a minute apart; the test does not wait for the last two. */
    private void waitsForNoFurtherAttempt() {
        jdbc.sql("""
                update act_ru_job set duedate_ = null, lock_exp_time_ = null, lock_owner_ = null
                where exception_msg_ is not null and retries_ > 0 and lock_owner_ is null
                  and process_instance_id_ in (select e.id_ from act_ru_execution e
                      join round r on r.id::text = e.business_key_ join competition c on c.id = r.competition_id
                      where c.key = :key)""").param("key", HARBOUR.name()).update();
    }

    private UUID competition() {
        return competition(TIDEWATER);
    }

    private UUID competition(DemoFolder folder) {
        return jdbc.sql("select id from competition where key = :key")
                .param("key", folder.name())
                .query(UUID.class)
                .single();
    }
}
