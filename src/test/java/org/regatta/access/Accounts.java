package org.regatta.access;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.regatta.identity.Role;
import org.regatta.shared.Ids;
import org.regatta.workflow.engine.ModelChecks;
import org.regatta.workflow.engine.ShippedModels;

/** What waits to be decided about people, the same at every stage. */
final class Accounts {

    private final Rows rows;
    private final Map<String, Object> objects = new HashMap<>();

    Accounts(World world) {
        rows = world.rows;
        objects.put("subject", world.person("subject"));
        objects.put("invited", world.person("invited"));
        objects.put(
                "grant",
                rows.one(UUID.class, "select id from role_grant where person_id = ?", world.person("subject")));
        rows.put("""
                insert into invitation (id, person_id, invited_by, invited_at, sent_at, expires_at)
                values (?, ?, ?, now(), now(), now() + interval '7 days')""", Ids.next(), world.person("invited"), world.person("programAdmin"));
        rows.put(
                "insert into erasure_request (id, person_id, reason, requested_at) values (?, ?, 'Done', now())",
                Ids.next(),
                world.person("subject"));
        world.person("candidate", true);
        var request = Ids.next();
        objects.put("request", request);
        rows.put(
                "insert into role_request (id, person_id, role, requested_by, requested_at) values (?, ?, ?, ?, now())",
                request,
                world.person("candidate"),
                Role.SUPER_ADMIN.name(),
                world.person("viewing"));
        model(world);
    }

    /** A model that another super admin proposed. */
    private void model(World world) {
        var name = "calibration.bpmn";
        var shipped = world.context.getBean(ShippedModels.class).models().get("ranking/" + name);
        var checks = world.context.getBean(ModelChecks.class);
        var document = checks.passed(Map.of(name, shipped), world.context.getBean(RepositoryService.class))
                .get(name);
        var proposal = Ids.next();
        objects.put("proposal", proposal);
        rows.put("""
                insert into model_proposal (id, name, document, sha256, proposed_by, proposed_at)
                values (?, ?, ?, encode(sha256(?), 'hex'), ?, now())""", proposal, name, document, document, world.person("viewing"));
    }

    Map<String, Object> objects() {
        return objects;
    }
}
