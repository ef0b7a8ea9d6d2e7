package org.regatta.steering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.identity.Acting;
import org.regatta.identity.Browser;
import org.regatta.identity.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The forms of the set-up, filled in badly by hand or by program. */
@RegattaTest
class SetupFormsIT {

    private static final String PASSWORD = "calm-water-2026";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    @AfterEach
    void nobodyIsAtWork() {
        Acting.asNobody();
    }

    @ParameterizedTest
    @ValueSource(strings = {"basics", "rubrics", "policies", "rounds", "juries"})
    void sayWhatIsWrongWhateverIsMissing(String step) throws Exception {
        var scene = new Scene(context);
        var browser = admin(scene);
        var page = "/competitions/" + scene.competitionId + "/setup/" + step;

        for (var fields : List.of(
                Map.<String, String>of(),
                Map.of("id", "x"),
                Map.of("label", "Idea"),
                Map.of("name", ""),
                // for a panel of jurors a name is enough
                Map.of(step.equals("juries") ? "people" : "name", "Only a name", "zone", "Nowhere/Land"))) {
            var form = new HashMap<>(fields);
            form.put("_csrf", browser.csrf(page));
            var answer = browser.post(page, form);
            assertThat(answer.statusCode()).as(step + " " + fields).isEqualTo(422);
            assertThat(answer.body()).as(step + " " + fields).contains("role=\"alert\"");
        }
    }

    @Test
    void saveNothingWhereNothingIsTyped() throws Exception {
        var scene = new Scene(context);
        var browser = admin(scene);
        var page = "/competitions/" + scene.competitionId + "/setup/";

        for (var step : List.of("check", "preview", "nothing")) {
            assertThat(browser.post(page + step, Map.of("_csrf", browser.csrf(page + "basics")))
                            .statusCode())
                    .as(step)
                    .isEqualTo(404);
        }
    }

    private Browser admin(Scene scene) throws Exception {
        people.setPassword(scene.admin, PASSWORD);
        var browser = new Browser(port);
        browser.signIn(people.byIds(List.of(scene.admin)).get(scene.admin).email(), PASSWORD);
        return browser;
    }
}
