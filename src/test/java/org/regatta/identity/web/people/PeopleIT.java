package org.regatta.identity.web.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.Api;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.Statements;
import org.regatta.identity.Acting;
import org.regatta.identity.Browser;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.identity.directory.Directory;
import org.regatta.identity.directory.PeopleFilter;
import org.regatta.identity.limit.Lockouts;
import org.regatta.identity.role.NewGrant;
import org.regatta.identity.role.OwnRoles;
import org.regatta.identity.role.RoleGrants;
import org.regatta.shared.PageRequest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** People and their roles, as super admins and program admins see and change them. */
@RegattaTest
class PeopleIT {

    private static final String PASSWORD = "calm-water-2026";
    private static final PeopleFilter EVERYBODY = new PeopleFilter("", null, null, null);

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    @Autowired
    private RoleGrants grants;

    @LocalServerPort
    private int port;

    private Scene scene;
    private UUID organiser;
    private UUID juror;
    private UUID stranger;

    @BeforeEach
    void aProgramWithItsPeople() {
        scene = new Scene(context);
        organiser = scene.person("organiser");
        people.grant(organiser, Role.PROGRAM_ADMIN, scene.programId, null);
        juror = scene.person("juror", Role.JURY_MEMBER);
        var other = new Scene(context);
        stranger = other.person("stranger", Role.JURY_MEMBER);
    }

    @AfterEach
    void nobody() {
        Acting.asNobody();
    }

    @Test
    void showsProgramAdminsThePeopleOfTheirProgramsAndNoOthers() {
        var api = new Api(context, organiser);

        var all = api.get("/people").json();
        assertThat(ids(all)).containsExactlyInAnyOrder(organiser + "", juror + "");
        assertThat(all.path("total").asInt()).isEqualTo(2);
        assertThat(api.get("/people?q=stranger").json().path("total").asInt()).isZero();
        assertThat(api.get("/people/" + juror).status()).isEqualTo(200);
        assertThat(api.get("/people/" + stranger).status()).isEqualTo(404);
        assertThat(api.get("/people/" + stranger + "/roles").status()).isEqualTo(404);
        assertThat(new Api(context, juror).get("/people").status()).isEqualTo(403);
    }

    @Test
    void hidesFromProgramAdminsWhatTheirPeopleDoElsewhere() {
        people.grant(juror, Role.OBSERVER, UUID.randomUUID(), null);

        var seen = new Api(context, organiser).get("/people/" + juror).json();

        assertThat(seen.path("roles").findValuesAsText("role")).containsExactly("JURY_MEMBER");
        assertThat(seen.path("managed").asBoolean()).isFalse();
        assertThat(new Api(context, organiser)
                        .post("/people/" + juror + "/deactivate", "")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void grantsAndWithdrawsOnTheNextRequest() {
        var api = new Api(context, organiser);
        var jurors = new Api(context, juror);

        var granted =
                api.post("/people/" + juror + "/roles", "{'role':'OBSERVER','programId':'" + scene.programId + "'}");

        assertThat(granted.status()).isEqualTo(200);
        var grant = granted.json().get(0).path("role").asText().equals("OBSERVER")
                ? granted.json().get(0)
                : granted.json().get(1);
        assertThat(grant.path("grantedBy").asText()).isEqualTo("organiser");
        assertThat(jurors.get("/me").json().path("roles").findValuesAsText("role"))
                .contains("OBSERVER");

        assertThat(api.delete("/roles/" + grant.path("id").asText()).status()).isEqualTo(204);
        assertThat(jurors.get("/me").json().path("roles").findValuesAsText("role"))
                .doesNotContain("OBSERVER");
        assertThat(api.delete("/roles/" + grant.path("id").asText()).status()).isEqualTo(404);
        assertThat(scene.rows()
                        .sql("select type from audit_entry where subject = :person and type like 'identity.role%'"
                                + " order by id")
                        .param("person", juror.toString())
                        .query(String.class)
                        .list())
                .containsExactly("identity.roleGranted", "identity.roleWithdrawn");
    }

    @Test
    void refusesProgramAdminsWhatIsNotBelowThemOrNotTheirs() {
        var api = new Api(context, organiser);
        var roles = "/people/" + juror + "/roles";

        assertThat(api.post(roles, "{'role':'PROGRAM_ADMIN','programId':'" + scene.programId + "'}")
                        .status())
                .isEqualTo(403);
        assertThat(api.post(roles, "{'role':'SUPER_ADMIN'}").status()).isEqualTo(403);
        assertThat(api.post(roles, "{'role':'OBSERVER'}").status()).isEqualTo(403);
        var foreign = new Scene(context).programId;
        assertThat(api.post(roles, "{'role':'OBSERVER','programId':'" + foreign + "'}")
                        .status())
                .isEqualTo(404);
        assertThat(api.post(
                                "/people/" + stranger + "/roles",
                                "{'role':'OBSERVER','programId':'" + scene.programId + "'}")
                        .status())
                .isEqualTo(404);
        assertThat(api.post(
                                "/people/" + organiser + "/roles",
                                "{'role':'OBSERVER','programId':'" + scene.programId + "'}")
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("ownRoles");
        assertThat(new Api(context, juror)
                        .post(roles, "{'role':'AUDIENCE','programId':'" + scene.programId + "'}")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void letsNobodyRaiseThemselves() {
        Acting.as(scene.admin);

        assertThatThrownBy(
                        () -> grants.grant(NewGrant.lasting(scene.admin, Role.JURY_MEMBER, null, scene.competitionId)))
                .isInstanceOf(OwnRoles.class);
    }

    @Test
    void namesDatesThatDoNotFit() {
        var api = new Api(context, scene.admin);
        var roles = "/people/" + juror + "/roles";

        assertThat(api.post(roles, "{'role':'OBSERVER','validUntil':'2020-01-01T00:00:00Z'}")
                        .places())
                .containsExactly("validUntil");
        assertThat(api.post(roles, "{'role':'SUPER_ADMIN','programId':'" + scene.programId + "'}")
                        .places())
                .containsExactly("role");
        assertThat(api.post(
                                roles,
                                "{'role':'OBSERVER','validFrom':'2036-01-01T00:00:00Z','validUntil':'2035-01-01T00:00:00Z'}")
                        .places())
                .containsExactly("validUntil");
    }

    @Test
    void signsOutWhoseAccountIsClosedAndLetsThemInAgain() throws Exception {
        people.setPassword(juror, PASSWORD);
        var email = people.byIds(List.of(juror)).get(juror).email();
        var browser = new Browser(port);
        browser.signIn(email, PASSWORD);
        assertThat(browser.get("/inbox").statusCode()).isEqualTo(200);
        var api = new Api(context, organiser);
        assertThat(api.get("/people/" + juror).json().path("sessions").asInt()).isEqualTo(1);
        assertThat(api.get("/people/" + juror).json().path("lastSignInAt").asText())
                .isNotEmpty();

        assertThat(api.post("/people/" + juror + "/deactivate", "").status()).isEqualTo(204);

        assertThat(browser.get("/inbox").statusCode()).isEqualTo(303);
        assertThat(ids(api.get("/people?state=DISABLED").json())).containsExactly(juror.toString());
        assertThat(api.post("/people/" + juror + "/reactivate", "").status()).isEqualTo(204);
        browser.signIn(email, PASSWORD);
        assertThat(browser.get("/inbox").statusCode()).isEqualTo(200);
        assertThat(api.post("/people/" + organiser + "/deactivate", "").status())
                .isEqualTo(403);
    }

    @Test
    void showsWhoIsLockedByPasswordsOrCodesUntilItIsLifted() {
        var api = new Api(context, scene.admin);
        var lockouts = context.getBean(Lockouts.class);
        var locked = "/people?state=LOCKED&place=" + scene.programId;
        var email = people.byIds(List.of(juror)).get(juror).email();

        var guesses = Map.<String, IntConsumer>of(
                "passwords", guess -> lockouts.begin(email.toUpperCase(Locale.ROOT), "203.0.113.9"),
                "codes", guess -> lockouts.beginSecondFactor(juror, "203.0.113.9"));
        guesses.forEach((what, wrong) -> {
            IntStream.range(0, 5).forEach(wrong);
            assertThat(ids(api.get(locked).json())).as(what).containsExactly(juror.toString());
            assertThat(api.get("/people/" + juror).json().path("state").asText())
                    .isEqualTo("LOCKED");
            Acting.as(scene.admin);
            lockouts.lift(juror);
            assertThat(ids(api.get(locked).json())).as(what).isEmpty();
        });
    }

    @Test
    void changesRolesOnThePage() throws Exception {
        people.setPassword(organiser, PASSWORD);
        var browser = new Browser(port);
        browser.signIn(people.byIds(List.of(organiser)).get(organiser).email(), PASSWORD);
        var page = "/people/" + juror;

        assertThat(browser.get("/people").body()).contains("2 people").contains(page);
        var wrong = browser.post(
                page + "/roles",
                Map.of(
                        "role",
                        "MENTOR",
                        "place",
                        "" + scene.programId,
                        "until",
                        "2020-01-01",
                        "_csrf",
                        browser.csrf(page)));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("The end has passed already.");
        var right = browser.post(
                page + "/roles",
                Map.of(
                        "role",
                        "MENTOR",
                        "place",
                        "" + scene.programId,
                        "until",
                        "2040-12-31",
                        "_csrf",
                        browser.csrf(page)));
        assertThat(right.statusCode()).isEqualTo(302);
        assertThat(browser.get(page).body()).contains("The role is given", "Mentor", "given by organiser");
        assertThat(browser.get("/people/" + stranger).statusCode()).isEqualTo(404);
    }

    @Test
    void asksTheSameNumberOfQuestionsForTenPeopleAndForTwoHundred() {
        var ids = people.ensureAll(IntStream.range(0, 200)
                        .mapToObj(at ->
                                new NewPerson("crowd" + at + "." + scene.programId + "@example.org", "Crowd " + at))
                        .toList())
                .values();
        people.grantAll(ids, Role.AUDIENCE, null, scene.competitionId);
        Acting.as(organiser);
        var directory = context.getBean(Directory.class);

        var few = Statements.of(() -> directory.list(EVERYBODY, new PageRequest(0, 10)));
        var many = Statements.of(() -> directory.list(EVERYBODY, new PageRequest(0, 200)));

        assertThat(many).hasSameSizeAs(few);
        assertThat(few).hasSizeLessThan(8);
    }

    private static List<String> ids(JsonNode page) {
        var ids = new ArrayList<String>();
        page.path("items").forEach(person -> ids.add(person.path("id").asText()));
        return ids;
    }
}
