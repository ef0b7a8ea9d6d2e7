package org.regatta.evaluation;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

@RegattaTest
class EvaluationRestIT {

    @Autowired
    private WebApplicationContext context;

    @Autowired
    private JdbcClient database;

    private MockMvc http;
    private Edition edition;
    private UUID juror;
    private UUID assignment;
    private String path;

    @BeforeEach
    void aJurorHasAProject() {
        http = MockMvcBuilders.webAppContextSetup(context)
                .apply(springSecurity())
                .build();
        edition = Edition.open(database);
        juror = edition.juror();
        assignment = edition.assign(edition.project(), juror);
        path = "/api/v1/assignments/" + assignment + "/evaluation";
    }

    @Test
    void savesHandsInAndReads() throws Exception {
        as(juror, get(path))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.version").value(0));
        as(juror, put(path), "{\"scores\": {\"points\": 14.0, \"remarks\": \"soft\"}, \"version\": 0}")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("\"points\":{\"number\":14}")))
                .andExpect(jsonPath("$.version").value(1));
        as(juror, post(path + "/submit"), "{\"scores\": {\"points\": {\"number\": 15}}, \"comment\": \"fine\"}")
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("\"total\":15,")))
                .andExpect(jsonPath("$.state").value("SUBMITTED"));
        as(juror, post(path + "/submit"), "{\"scores\": {\"points\": 15}}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("evaluationClosed"));
    }

    @Test
    void showsBothTextsWhenTheyMeet() throws Exception {
        as(juror, put(path), "{\"scores\": {}, \"comment\": \"desk\", \"version\": 0}")
                .andExpect(status().isOk());
        as(juror, put(path), "{\"scores\": {}, \"comment\": \"phone\", \"version\": 0}")
                .andExpect(status().isConflict())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON))
                .andExpect(jsonPath("$.code").value("evaluationChanged"))
                .andExpect(jsonPath("$.stored.comment").value("desk"))
                .andExpect(jsonPath("$.stored.version").value(1));
    }

    @Test
    void setsTheRuleForThirdReadersForOrganisersOnly() throws Exception {
        var rule = "/api/v1/rounds/" + edition.roundId() + "/discrepancy-rule";
        var admin = edition.person(Role.PROGRAM_ADMIN);
        as(admin, get(rule)).andExpect(jsonPath("$.discrepancyPercent").value(0));
        as(admin, put(rule), "{\"discrepancyPercent\": 40}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.discrepancyPercent").value(40));
        as(admin, put(rule), "{\"discrepancyPercent\": 101}")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.findings[0].place").value("discrepancyPercent"));
        as(juror, put(rule), "{\"discrepancyPercent\": 10}").andExpect(status().isForbidden());
        as(admin, get(rule)).andExpect(jsonPath("$.discrepancyPercent").value(40));
    }

    @Test
    void namesEveryWrongScore() throws Exception {
        as(juror, post(path + "/submit"), "{\"scores\": {\"points\": 26, \"charm\": 1}}")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.findings", hasSize(2)))
                .andExpect(jsonPath("$.findings[0].place").value("scores.charm"))
                .andExpect(jsonPath("$.findings[1].place").value("scores.points"))
                .andExpect(jsonPath("$.findings[1].remedy").value("Give a number from 1 to 25 in steps of 1."));
        as(juror, post(path + "/submit"), "{\"scores\": {\"points\": \"many\"}}")
                .andExpect(status().isUnprocessableEntity());
        as(juror, post(path + "/submit"), "{\"scores\": {\"points\": 1e999999999}}")
                .andExpect(status().is4xxClientError());
        as(juror, post(path + "/submit"), "{\"scores\": {\"points\": [[1]]}}")
                .andExpect(status().isUnprocessableEntity());
        as(juror, post(path + "/submit"), "{\"scores\": {\"points\": 14}, \"comment\": \"\\u0000\"}")
                .andExpect(status().isUnprocessableEntity());
        as(juror, post(path + "/submit"), "{\"scores\": ").andExpect(status().isBadRequest());
        as(juror, post(path + "/submit"), "{}").andExpect(status().is4xxClientError());
        as(juror, put(path), "{\"scores\": {}}").andExpect(status().is4xxClientError());
        as(juror, get(path)).andExpect(jsonPath("$.version").value(0));
    }

    @Test
    void refusesWhatComesLate() throws Exception {
        edition.deadline(Duration.ofMinutes(-2), Duration.ofMinutes(1));
        as(juror, post(path + "/submit"), "{\"scores\": {\"points\": 14}}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.detail", containsString("extend the deadline")));
    }

    @Test
    void answersAlikeForSomebodyElsesAndForNoAssignment() throws Exception {
        var other = edition.juror();
        as(other, get(path)).andExpect(status().isNotFound());
        as(other, put(path), "{\"scores\": {}, \"version\": 0}").andExpect(status().isNotFound());
        as(other, post(path + "/submit"), "{\"scores\": {\"points\": 14}}").andExpect(status().isNotFound());
        as(other, post(path + "/abstain"), "{\"reason\": \"mine\"}").andExpect(status().isNotFound());
        as(juror, get("/api/v1/assignments/" + UUID.randomUUID() + "/evaluation"))
                .andExpect(status().isNotFound());
        as(juror, get("/api/v1/assignments/nonsense/evaluation")).andExpect(status().is4xxClientError());
    }

    @Test
    void abstainsReopensAndLists() throws Exception {
        var second = edition.assign(edition.project(), juror);
        as(juror, post("/api/v1/assignments/" + second + "/evaluation/abstain"), "{\"reason\": \"unsure\"}")
                .andExpect(status().isNoContent());
        as(juror, post(path + "/submit"), "{\"scores\": {\"points\": 14}}").andExpect(status().isOk());
        var admin = edition.person(Role.PROGRAM_ADMIN);
        var list = "/api/v1/rounds/" + edition.roundId() + "/evaluations";
        as(admin, get(list))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.items[0].contentWithheld").value(true))
                .andExpect(jsonPath("$.items[0].total").doesNotExist());
        as(juror, get(list)).andExpect(status().isForbidden());
        as(admin, get(list + "?size=1000")).andExpect(status().isUnprocessableEntity());
        var evaluation = database.sql("select id from evaluation where assignment_id = ?")
                .param(assignment)
                .query(UUID.class)
                .single();
        as(juror, post("/api/v1/evaluations/" + evaluation + "/reopen"), "{\"reason\": \"oops\"}")
                .andExpect(status().isForbidden());
        as(admin, post("/api/v1/evaluations/" + evaluation + "/reopen"), "{\"reason\": \"asked for\"}")
                .andExpect(status().isNoContent());
    }

    @Test
    void definesReadsAndChangesRubrics() throws Exception {
        var admin = edition.person(Role.PROGRAM_ADMIN);
        var rubrics = "/api/v1/competitions/" + edition.competitionId() + "/rubrics";
        var body = """
                {"key": "five", "name": "Five", "criteria": [
                  {"key": "craft", "label": "Craft", "kind": "NUMBER", "weight": 0.3, "min": 1, "max": 5, "step": 0.5},
                  {"key": "style", "label": "Style", "kind": "CHOICE", "options": [
                    {"value": "poor", "label": "Poor", "points": 0}, {"value": "good", "label": "Good", "points": 2.50}]},
                  {"key": "done", "label": "Done", "kind": "YES_NO"},
                  {"key": "words", "label": "Words", "kind": "TEXT"}]}""";
        var location = as(admin, post(rubrics), body)
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", containsString("/api/v1/rubrics/")))
                .andExpect(jsonPath("$.criteria", hasSize(4)))
                .andExpect(content().string(containsString("\"weight\":0.3")))
                .andReturn()
                .getResponse()
                .getHeader("Location");
        as(juror, get(location)).andExpect(jsonPath("$.criteria[3].required").value(false));
        as(admin, get(rubrics)).andExpect(jsonPath("$.total").value(2));
        as(admin, post(rubrics), body).andExpect(status().isConflict());
        as(juror, post(rubrics), body).andExpect(status().isForbidden());
        as(admin, post(rubrics), body.replace("\"max\": 5", "\"max\": 1"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.findings[0].place").value("criteria[0].max"));
        as(admin, post(rubrics), "{\"key\": \"x\", \"name\": \"X\", \"criteria\": [null]}")
                .andExpect(status().isUnprocessableEntity());
        as(admin, put(location), "{\"version\": 0, \"rubric\": " + body.replace("Five", "Cinq") + "}")
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("Cinq"))
                .andExpect(jsonPath("$.version").value(1));
        as(admin, put(location), "{\"version\": 0, \"rubric\": " + body + "}").andExpect(status().isConflict());

        as(juror, put(path), "{\"scores\": {}, \"version\": 0}").andExpect(status().isOk());
        as(admin, put("/api/v1/rubrics/" + edition.rubricId()), "{\"version\": 0, \"rubric\": " + body + "}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("rubricInUse"));
    }

    private ResultActions as(UUID person, MockHttpServletRequestBuilder request) throws Exception {
        // as a complete sign-in leaves its session
        return http.perform(request.sessionAttr("regatta.left", "")
                .with(user(person.toString()))
                .with(csrf()));
    }

    private ResultActions as(UUID person, MockHttpServletRequestBuilder request, String body) throws Exception {
        return as(person, request.contentType(MediaType.APPLICATION_JSON).content(body));
    }
}
