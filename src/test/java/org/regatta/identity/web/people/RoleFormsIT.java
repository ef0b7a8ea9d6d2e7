package org.regatta.identity.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.identity.Acting;
import org.regatta.identity.Browser;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The forms that give a role: nothing is chosen in them until somebody chooses it. */
@RegattaTest
class RoleFormsIT {

    private static final String PASSWORD = "calm-water-2026";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    @LocalServerPort
    private int port;

    @AfterEach
    void nobody() {
        Acting.asNobody();
    }

    @Test
    void givesNoRoleAndNoPlaceThatNobodyChose() throws Exception {
        var scene = new Scene(context);
        var juror = scene.person("juror", Role.JURY_MEMBER);
        people.setPassword(scene.admin, PASSWORD);
        var browser = new Browser(port);
        browser.signIn(people.byIds(List.of(scene.admin)).get(scene.admin).email(), PASSWORD);
        var page = "/people/" + juror;

        assertThat(browser.get(page).body())
                .containsPattern("<option value=\"\" selected=\"selected\">Choose…</option>");
        var unsaid = browser.post(
                page + "/roles", Map.of("role", "", "place", "" + scene.programId, "_csrf", browser.csrf(page)));
        assertThat(unsaid.statusCode()).isEqualTo(422);
        assertThat(unsaid.body()).contains("Role:", "No role is chosen.");
        var nowhere = browser.post(page + "/roles", Map.of("role", "MENTOR", "place", "", "_csrf", browser.csrf(page)));
        assertThat(nowhere.statusCode()).isEqualTo(422);
        assertThat(nowhere.body()).contains("Where:", "No place is chosen.");
    }

    @Test
    void namesTheRoleInTheLetterToWhoeverHasAnAccount() throws Exception {
        var scene = new Scene(context);
        var juror = scene.person("juror", Role.JURY_MEMBER);
        people.setPassword(scene.admin, PASSWORD);
        people.setPassword(juror, PASSWORD); // has come already
        scene.rows()
                .sql("update person set locale = 'fr', language_chosen = true where id = ?")
                .param(juror)
                .update();
        var browser = new Browser(port);
        browser.signIn(people.byIds(List.of(scene.admin)).get(scene.admin).email(), PASSWORD);

        var invited = browser.post(
                "/people/invite",
                Map.of(
                        "people",
                        people.byIds(List.of(juror)).get(juror).email(),
                        "role",
                        "OBSERVER",
                        "place",
                        "" + scene.competitionId,
                        "send",
                        "true",
                        "_csrf",
                        browser.csrf("/people/invite")));

        assertThat(invited.statusCode()).isEqualTo(302);
        assertThat(scene.rows()
                        .sql("select subject from notification where person_id = ? order by id desc limit 1")
                        .param(juror)
                        .query(String.class)
                        .single())
                .contains("Observateur");
    }
}
