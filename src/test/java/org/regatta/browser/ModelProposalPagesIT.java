package org.regatta.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.identity.Acting;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.shared.Ids;
import org.regatta.workflow.engine.ModelChecks;
import org.regatta.workflow.engine.ShippedModels;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** How a second super admin reads a model that waits, and agrees to it or not. */
@RegattaTest
class ModelProposalPagesIT {

    private static final String PASSWORD = "calm-water-2026";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @AfterEach
    void nobodyIsLeft() {
        Acting.asNobody();
    }

    @Test
    void aSecondSuperAdminFindsWhatWaitsAndDecides() {
        var scene = new Scene(context);
        scene.rows().sql("delete from model_proposal").update();
        proposed(scene);
        proposed(scene);
        var email = "grace." + scene.competitionId + "@models.example";
        var people = context.getBean(People.class);
        var grace = people.ensure(new NewPerson(email, "Grace Second"));
        people.setPassword(grace, PASSWORD);
        people.grant(grace, Role.SUPER_ADMIN, null, null);
        try (var visitor = new Visitor(Chromium.running(), "http://localhost:" + port, Locale.ENGLISH)) {
            visitor.signIn(email, PASSWORD).open("/competitions");
            visitor.page().click("nav a:has-text('Models')");
            visitor.page().waitForSelector("h1:has-text('Models that wait')");
            assertThat(visitor.page().textContent("main")).contains("calibration.bpmn", "proposed by admin", "SHA-256");
            visitor.judge("model-proposals");
            GuidePicture.inBothLanguages(visitor.page(), "operator-models", "main");
            visitor.page()
                    .locator("button:has-text('Agree and deploy')")
                    .first()
                    .click();
            visitor.page().waitForSelector("text=Deployed.");
            visitor.page().locator("button:has-text('Decline')").first().click();
            visitor.page().waitForSelector("text=Nothing has changed");
            assertThat(visitor.page().textContent("main")).contains("Nothing waits.");
        } finally {
            scene.rows().sql("delete from model_proposal").update();
        }
    }

    private static void proposed(Scene scene) {
        var name = "calibration.bpmn";
        var document = scene.bean(ModelChecks.class)
                .passed(
                        Map.of(name, scene.bean(ShippedModels.class).models().get("ranking/" + name)),
                        scene.bean(RepositoryService.class))
                .get(name);
        UUID id = Ids.next();
        scene.rows()
                .sql("""
                        insert into model_proposal (id, name, document, sha256, proposed_by, proposed_at)
                        values (:id, :name, :document, encode(sha256(:document), 'hex'), :by, now())""")
                .param("id", id)
                .param("name", name)
                .param("document", document)
                .param("by", scene.admin)
                .update();
    }
}
