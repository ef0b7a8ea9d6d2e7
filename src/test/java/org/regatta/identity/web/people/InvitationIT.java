package org.regatta.identity.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.Api;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.identity.Acting;
import org.regatta.identity.Browser;
import org.regatta.identity.LetterDue;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.identity.Sealing;
import org.regatta.identity.session.SignIns;
import org.regatta.identity.session.Way;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** From a list of addresses to people who have taken their accounts over. */
@RegattaTest
class InvitationIT {

    private static final String PASSWORD = "calm-water-2026";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    @Autowired
    private Sealing sealing;

    @LocalServerPort
    private int port;

    private Scene scene;
    private UUID organiser;
    private Api api;
    private String mark;

    @BeforeEach
    void anOrganiser() {
        scene = new Scene(context);
        organiser = scene.person("organiser");
        people.grant(organiser, Role.PROGRAM_ADMIN, scene.programId, null);
        api = new Api(context, organiser);
        mark = UUID.randomUUID() + ".example.org";
    }

    @AfterEach
    void nobody() {
        Acting.asNobody();
    }

    @Test
    void invitesAListAndLetsOnePersonTakeTheAccountOverOnce() throws Exception {
        var invited = api.post("/invitations", body("JURY_MEMBER", line("zoe", "Zoë Ünal"), line("bo", "")));

        assertThat(invited.status()).isEqualTo(201);
        var zoe = UUID.fromString(invited.json().path("personIds").get(0).asText());
        assertThat(api.get("/people?state=INVITED").json().path("items").findValuesAsText("name"))
                .containsExactly("bo", "Zoë Ünal");
        var link = link(zoe);
        var browser = new Browser(port);
        assertThat(browser.get(link).body()).contains("Welcome, Zoë Ünal");
        assertThat(browser.get(link).headers().allValues("Referrer-Policy")).containsExactly("no-referrer");
        var token = link.substring(link.indexOf('=') + 1);

        var taken = browser.post("/invitation", Map.of("token", token, "_csrf", browser.csrf(link)));

        assertThat(taken.statusCode()).isEqualTo(302);
        assertThat(taken.headers().firstValue("Location").orElseThrow()).endsWith("/set-password");
        assertThat(browser.get("/api/v1/me").statusCode()).isEqualTo(403);
        assertThat(api.get("/people/" + zoe).json().path("state").asText()).isEqualTo("ACTIVE");
        var second = new Browser(port);
        assertThat(second.get(link).statusCode()).isEqualTo(404);
        assertThat(second.post("/invitation", Map.of("token", token, "_csrf", second.csrf("/sign-in")))
                        .statusCode())
                .isEqualTo(404);
        assertThat(events(zoe)).contains("identity.personInvited", "identity.personActivated");
    }

    @Test
    void endsWhenThePersonComesByAnotherWayWhicheverItIs() {
        var invited = api.post("/invitations", body("MENTOR", line("kim", "Kim")));
        var kim = UUID.fromString(invited.json().path("personIds").get(0).asText());

        context.getBean(SignIns.class).succeeded(kim, Way.PASSKEY);

        var seen = api.get("/people/" + kim).json();
        assertThat(seen.path("state").asText()).isEqualTo("ACTIVE");
        assertThat(seen.path("lastSignInAt").asText()).isNotEmpty();
        assertThat(events(kim)).contains("identity.personActivated");
    }

    @Test
    void tellsTheProgramOfTheCompetitionWhateverIsNamedBesideIt() {
        var foreign = new Scene(context).programId;
        var place = "'programId':'" + foreign + "','competitionId':'" + scene.competitionId + "'";

        var invited = api.post("/invitations", "{'role':'MENTOR'," + place + ",'people':[" + line("lou", "Lou") + "]}");

        var lou = UUID.fromString(invited.json().path("personIds").get(0).asText());
        assertThat(scene.rows()
                        .sql("select program_id from audit_entry where subject = ? and type in"
                                + " ('identity.roleGranted', 'identity.personInvited')")
                        .param(lou.toString())
                        .query(UUID.class)
                        .list())
                .containsExactly(scene.programId, scene.programId);
    }

    @Test
    void namesEachOfAThousandBrokenPeopleAndInvitesNobody() {
        var lines = IntStream.range(0, 1_000)
                .mapToObj(at -> line("broken" + at, "x").replace("@", at % 2 == 0 ? "" : "@@"))
                .toArray(String[]::new);

        var refused = api.post("/invitations", body("JURY_MEMBER", lines));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.places())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 1_000)
                        .mapToObj(at -> "line " + at)
                        .toList());
        assertThat(api.post("/invitations/preview", body("JURY_MEMBER", lines))
                        .json()
                        .path("findings"))
                .hasSize(1_000);
        var one = api.post(
                "/invitations",
                body("JURY_MEMBER", line("good", "Good"), line("bad", "x").replace("@", "")));
        assertThat(one.places()).containsExactly("line 2");
        assertThat(scene.rows()
                        .sql("select count(*) from person where email like ?")
                        .param("%" + mark)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesRolesPlacesAndOneselfAsEverywhere() {
        assertThat(api.post("/invitations", body("PROGRAM_ADMIN", line("x", "X")))
                        .status())
                .isEqualTo(403);
        assertThat(api.post("/invitations", "{'people':[],'role':'JURY_MEMBER'}")
                        .status())
                .isEqualTo(403);
        assertThat(api.post("/invitations", body("MENTOR").replace("" + scene.competitionId, "" + UUID.randomUUID()))
                        .status())
                .isEqualTo(404);
        var own = people.byIds(List.of(organiser)).get(organiser).email();
        assertThat(api.post("/invitations", body("MENTOR", "{'email':'" + own.toUpperCase(Locale.ROOT) + "'}"))
                        .places())
                .containsExactly("line 1");
        assertThat(new Api(context, scene.person("juror", Role.JURY_MEMBER))
                        .post("/invitations", body("AUDIENCE", line("x", "X")))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void endsTheLinkSentBeforeWhenAnotherIsSentOrTheInvitationTakenBack() throws Exception {
        var invited = api.post("/invitations", body("MENTOR", line("mo", "Mo")));
        var mo = invited.json().path("personIds").get(0).asText();
        var first = link(UUID.fromString(mo));

        assertThat(api.post("/people/" + mo + "/invitation/resend", "").status())
                .isEqualTo(204);
        var browser = new Browser(port);
        assertThat(browser.get(first).statusCode()).isEqualTo(404);
        var second = link(UUID.fromString(mo));
        assertThat(browser.get(second).statusCode()).isEqualTo(200);

        assertThat(api.delete("/people/" + mo + "/invitation").status()).isEqualTo(204);
        assertThat(browser.get(second).statusCode()).isEqualTo(404);
        assertThat(api.delete("/people/" + mo + "/invitation").status()).isEqualTo(404);
        assertThat(events(UUID.fromString(mo))).contains("identity.invitationWithdrawn");
    }

    @Test
    void tellsWhoHasAnAccountOfTheRoleAndLeavesTheirAccountAlone() {
        var known = scene.person("known", Role.OBSERVER);
        people.setPassword(known, PASSWORD);
        var email = people.byIds(List.of(known)).get(known).email();

        var preview = api.post("/invitations/preview", body("MENTOR", "{'email':'" + email + "','name':'Other'}"));
        api.post("/invitations", body("MENTOR", "{'email':'" + email + "','name':'Other'}"));

        assertThat(preview.json().path("people").get(0).path("known").asBoolean())
                .isTrue();
        assertThat(people.byIds(List.of(known)).get(known).name()).isEqualTo("known");
        assertThat(new Api(context, known).get("/me").json().path("roles").findValuesAsText("role"))
                .contains("MENTOR");
        assertThat(scene.rows()
                        .sql("select sealed_link is null from notification where person_id = ?")
                        .param(known)
                        .query(Boolean.class)
                        .list())
                .containsExactly(true);
    }

    @Test
    void showsTheCheckOnThePageBeforeAnythingIsSent() throws Exception {
        people.setPassword(organiser, PASSWORD);
        var browser = new Browser(port);
        browser.signIn(people.byIds(List.of(organiser)).get(organiser).email(), PASSWORD);
        var text = "pat@" + mark + ", Pat";

        assertThat(submit(browser, text + "\nnobody", "false").body()).contains("Line 2:", "nobody");
        assertThat(submit(browser, text, "false").body()).contains("One person is ready to be invited");
        assertThat(api.get("/people?q=pat@" + mark).json().path("total").asInt())
                .isZero();
        assertThat(submit(browser, text, "true").statusCode()).isEqualTo(302);
        assertThat(browser.get("/people?q=pat").body()).contains("One person is invited.", "pat@" + mark);
    }

    private HttpResponse<String> submit(Browser browser, String text, String send) throws Exception {
        return browser.post(
                "/people/invite",
                Map.of(
                        "people",
                        text,
                        "role",
                        "MENTOR",
                        "place",
                        "" + scene.competitionId,
                        "send",
                        send,
                        "_csrf",
                        browser.csrf("/people/invite")));
    }

    private String line(String name, String shown) {
        return "{'email':'" + name + "@" + mark + "','name':'" + shown + "'}";
    }

    private String body(String role, String... lines) {
        return "{'role':'" + role + "','competitionId':'" + scene.competitionId + "','people':["
                + List.of(lines).stream().collect(Collectors.joining(",")) + "]}";
    }

    private String link(UUID personId) {
        var sealed = scene.rows()
                .sql("select sealed_link from notification where person_id = ? order by id desc limit 1")
                .param(personId)
                .query(String.class)
                .single();
        var link = sealing.open(LetterDue.LINK, sealed);
        return link.substring(link.indexOf("/invitation"));
    }

    private List<String> events(UUID personId) {
        return scene.rows()
                .sql("select type from audit_entry where subject = ? order by id")
                .param(personId.toString())
                .query(String.class)
                .list();
    }
}
