package org.regatta.steering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regatta.OpenRound;
import org.regatta.RegattaTest;
import org.regatta.identity.Acting;
import org.regatta.identity.Browser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** The letter to jurors who are behind. */
@RegattaTest
class ReminderPageIT {

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @AfterEach
    void nobodyIsAtWork() {
        Acting.asNobody();
    }

    @Test
    void takesTheLastOfThousandsWhoAreTicked() throws Exception {
        var round = new OpenRound(context, 1, 1);
        var browser = new Browser(port);
        browser.signIn(round.signsIn(round.scene.admin), OpenRound.PASSWORD);
        var page = "/rounds/" + round.roundId + "/reminder";
        var fields = new LinkedHashMap<String, String>();
        fields.put("_csrf", browser.csrf(page));
        fields.put("subject", "Still open");
        fields.put("body", "Dear {{name}}, {{left}} of yours are not in.");
        for (int other = 0; other < 5_000; other++) {
            fields.put("other" + other, "as many fields as a box for each of 5,000 jurors");
        }
        fields.put("to", round.jury.persons().getFirst().toString());

        var preview = browser.post(page + "/preview", fields);

        assertThat(preview.statusCode()).isEqualTo(200);
        assertThat(preview.body()).contains("Dear juror, 1 of yours are not in.");
    }

    @Test
    void writesDownWhoReadTheJurorsOfARound() throws Exception {
        var round = new OpenRound(context, 1, 2);
        var browser = new Browser(port);
        browser.signIn(round.signsIn(round.scene.admin), OpenRound.PASSWORD);
        var roundPage = "/rounds/" + round.roundId;
        for (var page : List.of(
                roundPage,
                roundPage + "/reminder",
                "/competitions/" + round.scene.competitionId + "/setup/juries",
                "/api/v1/juries/" + round.jury.id() + "/jurors",
                "/api/v1" + roundPage + "/assignments",
                "/api/v1" + roundPage + "/evaluations")) {
            assertThat(browser.get(page).statusCode()).as(page).isEqualTo(200);
        }

        assertThat(round.scene
                        .rows()
                        .sql("""
                                select details ->> 'kind' || ' ' || (details ->> 'rows') from audit_entry
                                 where type = 'identity.personalDataRead' and actor_id = ? order by id""")
                        .param(round.scene.admin)
                        .query(String.class)
                        .list())
                .as("but for the evaluations, of which there are none yet")
                .containsExactly("jurors 2", "jurors.behind 2", "jurors 2", "jurors 2", "assignments 2");
    }
}
