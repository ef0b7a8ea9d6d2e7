package org.regatta.workflow.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

/** Pages and their foot say times in the same zone. */
@RegattaTest
class ReaderZoneIT {

    private static final String PASSWORD = "calm-water-2026";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    @LocalServerPort
    private int port;

    private Scene scene;
    private UUID roundId;
    private Browser browser;

    @BeforeEach
    void aRoundThatClosesAtNoonUtc() throws Exception {
        scene = new Scene(context);
        scene.rows()
                .sql("update competition set zone = 'Europe/Paris' where id = ?")
                .param(scene.competitionId)
                .update();
        roundId = scene.evaluationRound("stage", false);
        people.grant(scene.admin, Role.PROGRAM_ADMIN, scene.programId, null);
        people.setPassword(scene.admin, PASSWORD);
        browser = new Browser(port);
        browser.signIn(people.byIds(List.of(scene.admin)).get(scene.admin).email(), PASSWORD);
    }

    @AfterEach
    void nobody() {
        Acting.asNobody();
    }

    @Test
    void itIsThatOfTheCompetitionAsLongAsTheReaderChoseNone() throws Exception {
        var page = browser.get("/rounds/" + roundId).body();

        assertThat(page).contains("13:00 CET", "Every time says its zone").doesNotContain("Times are UTC");
    }

    @Test
    void itIsTheReadersOnceChosenOnPagesAndInTheirFoot() throws Exception {
        scene.rows()
                .sql("update person set zone = 'America/New_York' where id = ?")
                .param(scene.admin)
                .update();

        assertThat(browser.get("/rounds/" + roundId).body())
                .contains("07:00 EST", "Times are America/New_York")
                .doesNotContain("13:00 CET");
    }
}
