package org.regatta.workflow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.identity.Acting;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.shared.InvalidInput;
import org.regatta.workflow.engine.ShippedModels;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaTransactionManager;

/** The application with its engine: hardened, with the shipped models, open to no other. */
@RegattaTest
class DeploymentsIT {

    @Autowired
    Deployments deployments;

    @Autowired
    ShippedModels shipped;

    @Autowired
    ProcessEngine engine;

    @Autowired
    RepositoryService repository;

    @Autowired
    RuntimeService runtime;

    @Autowired
    People people;

    @Autowired
    JdbcClient database;

    @AfterEach
    void nobody() {
        Acting.asNobody();
    }

    private void as(Role role) {
        var person = people.ensure(new NewPerson(role + "-" + UUID.randomUUID() + "@regatta.example", "Somebody"));
        people.grant(person, role, null, null);
        Acting.as(person);
    }

    private byte[] calibration() {
        return shipped.models().get("ranking/calibration.bpmn");
    }

    @Test
    void startsWithEveryShippedModelInOneDeployment() {
        var deployment =
                repository.createDeploymentQuery().deploymentName("regatta").list();

        assertThat(deployment).hasSize(1);
        assertThat(repository.getDeploymentResourceNames(deployment.get(0).getId()))
                .containsExactlyInAnyOrderElementsOf(shipped.models().keySet());
        assertThat(database.sql("""
                        select e.details ->> 'sha256' from audit_entry e
                         where e.type = 'workflow.modelDeployed' and e.actor_id is null""").query(String.class).list())
                .as("entries with what runs from then on")
                .hasSize(shipped.models().size())
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void deploysNothingTwice() {
        long before = repository.createDeploymentQuery().count();

        deployments.afterSingletonsInstantiated();

        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
    }

    @Test
    void runsTheEngineInTheTransactionsOfTheApplication() {
        var configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

        assertThat(((SpringProcessEngineConfiguration) configuration).getTransactionManager())
                .isInstanceOf(JpaTransactionManager.class);
        assertThat(configuration.getIdGenerator()).isInstanceOf(StrongUuidGenerator.class);
        assertThat(configuration.isJdbcBatchProcessing()).isTrue();
        assertThat(configuration.getHistoryLevel().getName()).isEqualTo("full");
    }

    @Test
    void refusesAWrongModelWithPlaceAndRemedyAndDeploysNothing() {
        as(Role.SUPER_ADMIN);
        var script = new String(calibration(), UTF_8)
                .replace("${calibrateScoresDelegate}", "${''.getClass()}")
                .getBytes(UTF_8);
        long before = repository.createDeploymentQuery().count();

        assertThatThrownBy(() -> deployments.deploy("calibration.bpmn", script))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.findings())
                                .singleElement()
                                .satisfies(finding -> {
                                    assertThat(finding.place()).matches("line \\d+, calibrateScores");
                                    assertThat(finding.remedy()).contains("${calibrateScoresDelegate}");
                                }));
        assertThat(repository.createDeploymentQuery().count()).isEqualTo(before);
        assertThat(deployments.check("calibration.bpmn", script)).hasSize(1);
    }

    @Test
    void deploysANewVersionForAnAdministrator() {
        as(Role.SUPER_ADMIN);
        var changed = new String(calibration(), UTF_8)
                .replace("Approve ranking", "Approve the ranking")
                .getBytes(UTF_8);

        var deployed = deployments.deploy("calibration.bpmn", changed);

        assertThat(deployed.modelId()).isEqualTo("calibration");
        assertThat(deployed.version()).isGreaterThan(1);
        assertThat(new String(deployments.content("calibration"), UTF_8)).contains("Approve the ranking");
    }

    @Test
    void refusesAJuror() {
        as(Role.JURY_MEMBER);

        assertThatThrownBy(() -> deployments.deploy("calibration.bpmn", calibration()))
                .isInstanceOf(ActionForbidden.class);
        assertThatThrownBy(() -> deployments.check("calibration.bpmn", calibration()))
                .isInstanceOf(ActionForbidden.class);
    }
}
