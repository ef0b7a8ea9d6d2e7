package org.regatta.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.Statements;
import org.regatta.competition.RoundKind;
import org.regatta.identity.Access;
import org.regatta.identity.Acting;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.context.WebApplicationContext;

/** Every list takes as many statements for 200 rows as for 10: the list itself, and the page it is shown on. */
@RegattaTest
@Transactional // two hundred of everything are gone afterwards
class ListStatementsIT {

    private static final int FEW = 10;
    private static final int MANY = 200;

    /** Lists of the REST API. */
    private static final List<String> API = List.of(
            "/api/v1/competitions",
            "/api/v1/programs",
            "/api/v1/competitions/{competitionId}/rounds",
            "/api/v1/competitions/{competitionId}/scoring-policies",
            "/api/v1/competitions/{competitionId}/rubrics",
            "/api/v1/competitions/{competitionId}/juries",
            "/api/v1/competitions/{competitionId}/incidents",
            "/api/v1/competitions/{competitionId}/audit",
            "/api/v1/imports",
            "/api/v1/imports/{importId}/findings",
            "/api/v1/juries/{juryId}/jurors",
            "/api/v1/rounds/{roundId}/juries",
            "/api/v1/projects/{projectId}/conflicts",
            "/api/v1/projects/{projectId}/decisions",
            "/api/v1/projects/{projectId}/files",
            "/api/v1/projects/{projectId}/mentors",
            "/api/v1/people/{personId}/roles",
            "/api/v1/role-requests",
            "/api/v1/model-proposals");

    /** Pages that show lists. */
    private static final List<String> PAGES = List.of(
            "/competitions",
            "/imports",
            "/imports/{importId}",
            "/competitions/{competitionId}",
            "/competitions/{competitionId}/setup/rounds",
            "/competitions/{competitionId}/setup/juries",
            "/competitions/{competitionId}/setup/rubrics",
            "/competitions/{competitionId}/setup/policies",
            "/competitions/{competitionId}/history",
            "/audit",
            "/observe",
            "/model-proposals",
            "/people",
            "/projects/{projectId}",
            "/people/{personId}");

    /** Asked in {@link JudgedCrowd#pages}. */
    private static final String FREE_JURORS = "/api/v1/rounds/{roundId}/projects/{projectId}/free-jurors";

    /** Where rows take more than SQL to make: see the tests of this name in the modules. */
    private static final Set<String> COUNTED_IN_THEIR_MODULE = Set.of(
            "/api/v1/people",
            "/api/v1/tasks",
            "/api/v1/competitions/{competitionId}/projects",
            "/api/v1/rounds/{roundId}/assignments",
            "/api/v1/rounds/{roundId}/decisions",
            "/api/v1/rounds/{roundId}/evaluations");

    /**
     * Never long: a row for each type of file; for each round a project was decided in; for each step of its processes; for
     * each of the twenty that a team may have; for each team that asked.
     */
    private static final Set<String> SHORT = Set.of(
            "/api/v1/projects/{projectId}/team/invitations",
            "/api/v1/team-invitations",
            "/api/v1/rounds/{roundId}/files-asked",
            "/api/v1/projects/{projectId}/results",
            "/api/v1/projects/{projectId}/history");

    @Autowired
    private WebApplicationContext context;

    private MockMvc http;
    private Scene scene;
    private UUID organiser;
    private Crowd crowd;

    @BeforeEach
    void aCompetition() {
        http = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        scene = new Scene(context);
        organiser = scene.person("organiser");
        scene.bean(People.class).grant(organiser, Role.PROGRAM_ADMIN, scene.programId, null);
        crowd = new Crowd(
                scene,
                organiser,
                scene.projects(1).getFirst(),
                scene.round("call", RoundKind.INTAKE),
                scene.jury("jury", 1).id());
        Acting.asNobody();
    }

    @AfterEach
    void nobody() {
        Acting.asNobody();
    }

    /** What a person who may see all of it asks for, by the pattern of its address. */
    private Map<String, String> lists() {
        var addresses = new LinkedHashMap<String, String>();
        for (var patterns : List.of(API, PAGES)) {
            patterns.forEach(pattern -> addresses.put(pattern, crowd.address(pattern)));
        }
        return addresses;
    }

    @Test
    void asksEveryListOfTheRestApi() {
        var known = new ArrayList<>(API);
        known.addAll(COUNTED_IN_THEIR_MODULE);
        known.addAll(SHORT);
        known.add(FREE_JURORS);

        assertThat(known).containsExactlyInAnyOrderElementsOf(Endpoints.lists(context));
    }

    @Test
    void takesTheSameStatementsForTenRowsAndForTwoHundred() {
        crowd.grow(FEW);
        lists().values().forEach(this::ask); // what is remembered from here on
        var few = new LinkedHashMap<String, Asked>();
        lists().forEach((pattern, address) -> few.put(pattern, ask(address)));

        crowd.grow(MANY);

        var softly = new SoftAssertions();
        lists().forEach((pattern, address) -> compare(softly, pattern, few.get(pattern), ask(address)));
        softly.assertAll();
    }

    @Test
    void takesTheSameStatementsForTenProjectsAndJurorsAndForTwoHundred() {
        Acting.as(scene.admin);
        var judged = new JudgedCrowd(scene, organiser);
        Acting.asNobody();
        judged.grow(FEW);
        judged.pages().forEach(this::ask); // what is remembered from here on
        var few = new LinkedHashMap<String, Asked>();
        judged.pages().forEach((address, viewer) -> few.put(address, ask(address, viewer)));

        judged.grow(MANY);

        var softly = new SoftAssertions();
        judged.pages().forEach((address, viewer) -> compare(softly, address, few.get(address), ask(address, viewer)));
        softly.assertAll();
    }

    private static void compare(SoftAssertions softly, String page, Asked few, Asked many) {
        softly.assertThat(many.length()).as("%s, what it says", page).isGreaterThan(few.length());
        softly.assertThat(many.statements())
                .as("%s, statements:%n%s", page, String.join("\n", many.statements()))
                .isNotEmpty()
                .hasSameSizeAs(few.statements());
    }

    @Test
    void takesTheSameStatementsForTwoRoundsAndForEight() {
        crowd.grow(8);
        var addresses = Map.of(
                crowd.address("/competitions/{competitionId}/setup/rounds"), organiser,
                crowd.address("/competitions/{competitionId}/setup/rubrics"), organiser,
                crowd.address("/competitions/{competitionId}/setup/policies"), organiser,
                crowd.address("/api/v1/projects/{projectId}/results"), teamMember());
        crowd.rounds(1, 2);
        addresses.forEach(this::ask); // what is remembered from here on
        var few = new LinkedHashMap<String, Asked>();
        addresses.forEach((address, viewer) -> few.put(address, ask(address, viewer)));

        crowd.rounds(3, 8);

        addresses.forEach((address, viewer) -> {
            var many = ask(address, viewer);
            if (address.endsWith("/rounds") || address.contains("/results")) {
                // the other steps show no rounds, and ask all the same what these lack
                assertThat(many.length())
                        .as(address)
                        .isGreaterThan(few.get(address).length());
            }
            assertThat(many.statements())
                    .as("%s, statements:%n%s", address, String.join("\n", many.statements()))
                    .hasSameSizeAs(few.get(address).statements());
        });
    }

    private UUID teamMember() {
        var person = scene.person("applicant", Role.APPLICANT);
        Acting.asNobody();
        scene.rows()
                .sql(
                        "insert into team_member (team_id, person_id) select team_id, ? from project where competition_id = ?")
                .params(person, scene.competitionId)
                .update();
        return person;
    }

    private record Asked(List<String> statements, int length) {}

    private Asked ask(String address) {
        return ask(address, crowd.viewer(address));
    }

    private Asked ask(String address, UUID viewer) {
        var length = new int[1];
        var statements = Statements.of(() -> {
            try {
                var answer = http.perform(get(address)
                                // as a complete sign-in leaves its session, and a filter the request
                                .sessionAttr("regatta.left", "")
                                .requestAttr(Access.REQUEST_CACHE, new AtomicReference<>())
                                .with(user(viewer.toString())))
                        .andReturn()
                        .getResponse();
                assertThat(answer.getStatus()).as(address).isEqualTo(200);
                length[0] = answer.getContentAsString().length();
            } catch (Exception failed) {
                throw new IllegalStateException(address, failed);
            }
        });
        return new Asked(statements, length[0]);
    }
}
