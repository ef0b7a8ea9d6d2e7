package org.regatta.workflow.proposal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.identity.Access;
import org.regatta.identity.Acting;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.NewPerson;
import org.regatta.identity.NotVisible;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.shared.InvalidInput;
import org.regatta.workflow.Deployments;
import org.regatta.workflow.engine.ShippedModels;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A model runs only after a second super admin has agreed to the very document, where that is asked for. */
@RegattaTest
class ModelProposalsIT {

    @Autowired
    private JdbcClient database;

    @Autowired
    private Deployments deployments;

    @Autowired
    private ShippedModels shipped;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private Access access;

    @Autowired
    private People people;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private PlatformTransactionManager transactions;

    private ModelProposals proposals;
    private UUID ada;
    private UUID grace;

    @BeforeEach
    void twoSuperAdminsAndNothingWaits() {
        database.sql("delete from model_proposal").update();
        proposals =
                new ModelProposals(database, deployments, new ModelProperties(true), access, events, Clock.systemUTC());
        ada = person(Role.SUPER_ADMIN);
        grace = person(Role.SUPER_ADMIN);
        Acting.as(ada);
    }

    @AfterEach
    void nobodyIsLeft() {
        Acting.asNobody();
    }

    @Test
    void deploysTheVeryDocumentThatWasProposedOnceASecondPersonAgrees() throws IOException {
        var before = versions();
        var proposed = propose("Approve the ranking, please");
        assertThat(versions()).isEqualTo(before);
        assertThat(proposed.decidable()).isFalse();
        var document = proposals.document(proposed.id());
        assertThatThrownBy(() -> approve(proposed.id())).isInstanceOf(SecondPersonForModel.class);

        Acting.as(grace);
        assertThat(proposals.open()).singleElement().matches(ModelProposalView::decidable);
        approve(proposed.id());

        assertThat(versions()).isEqualTo(before + 1);
        assertThat(running()).isEqualTo(document);
        assertThat(proposals.open()).isEmpty();
        assertThatThrownBy(() -> approve(proposed.id())).isInstanceOf(ModelProposalDecided.class);
        assertThat(told(proposed.id())).containsExactly("workflow.modelProposed", "workflow.modelAgreed");
    }

    @Test
    void deploysNothingThatWasDeclined() {
        var before = versions();
        var proposed = propose("Approve it");

        Acting.as(grace);
        within(() -> {
            proposals.decline(proposed.id());
            return true;
        });

        assertThat(versions()).isEqualTo(before);
        assertThatThrownBy(() -> approve(proposed.id())).isInstanceOf(ModelProposalDecided.class);
        assertThat(told(proposed.id())).containsExactly("workflow.modelProposed", "workflow.modelDeclined");
    }

    @Test
    void deploysNothingThatWasAlteredWhileItWaited() {
        var before = versions();
        var proposed = propose("Approve this");
        database.sql("update model_proposal set document = document || ' '::bytea")
                .update();

        Acting.as(grace);
        assertThatThrownBy(() -> approve(proposed.id())).isInstanceOf(IllegalStateException.class);
        assertThat(versions()).isEqualTo(before);
        assertThat(proposals.open()).as("it goes on waiting").hasSize(1);
    }

    @Test
    void takesNoModelWithAFindingAndLetsNobodyElseNear() {
        assertThatThrownBy(() -> proposals.submit("calibration.bpmn", "<nothing/>".getBytes(UTF_8)))
                .isInstanceOf(InvalidInput.class);
        var proposed = propose("Approve that");
        assertThatThrownBy(() -> proposals.document(UUID.randomUUID())).isInstanceOf(NotVisible.class);

        Acting.as(person(Role.PROGRAM_ADMIN));
        assertThat(proposals.waiting()).isZero();
        assertThatThrownBy(() -> proposals.open()).isInstanceOf(ActionForbidden.class);
        assertThatThrownBy(() -> proposals.document(proposed.id())).isInstanceOf(ActionForbidden.class);
        assertThatThrownBy(() -> approve(proposed.id())).isInstanceOf(ActionForbidden.class);
        assertThatThrownBy(() -> proposals.submit("calibration.bpmn", calibration("Mine")))
                .isInstanceOf(ActionForbidden.class);
    }

    private ModelProposalView propose(String words) {
        assertThat(within(() -> proposals.submit("calibration.bpmn", calibration(words))))
                .isEmpty();
        return proposals.open().getFirst();
    }

    private Deployments.Deployed approve(UUID proposalId) {
        return within(() -> proposals.approve(proposalId));
    }

    private <T> T within(Supplier<T> work) {
        return new TransactionTemplate(transactions).execute(status -> work.get());
    }

    private byte[] calibration(String words) {
        return new String(shipped.models().get("ranking/calibration.bpmn"), UTF_8)
                .replace("Approve ranking", words)
                .getBytes(UTF_8);
    }

    private long versions() {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("calibration")
                .count();
    }

    private byte[] running() throws IOException {
        var newest = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey("calibration")
                .latestVersion()
                .singleResult();
        try (var document = repository.getProcessModel(newest.getId())) {
            return document.readAllBytes();
        }
    }

    private List<String> told(UUID proposalId) {
        return database.sql("select type from audit_entry where subject = ? order by id")
                .param(proposalId.toString())
                .query(String.class)
                .list();
    }

    private UUID person(Role role) {
        var id = people.ensure(new NewPerson(role + "-" + UUID.randomUUID() + "@regatta.example", "Somebody"));
        people.grant(id, role, null, null);
        return id;
    }
}
