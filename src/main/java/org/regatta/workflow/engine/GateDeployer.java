package org.regatta.workflow.engine;

import java.util.HashMap;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/**
 * The gate inside the engine, before its own deployers: whoever deploys by whatever way, a model passes here, and the
 * document that was checked replaces the one handed in.
 */
final class GateDeployer implements Deployer {

    private final ModelChecks checks;

    GateDeployer(ModelChecks checks) {
        this.checks = checks;
    }

    @Override
    public void deploy(DeploymentEntity deployment) {
        if (!deployment.isNew()) {
            // loaded from the database, where only checked documents are
            return;
        }
        var models = new HashMap<String, byte[]>();
        deployment.getResources().values().forEach(resource -> models.put(resource.getName(), resource.getBytes()));
        var repository = Context.getProcessEngineConfiguration().getRepositoryService();
        checks.passed(models, repository)
                .forEach((name, content) -> deployment.getResource(name).setBytes(content));
    }
}
