package org.regatta.workflow;

import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks the decision tables that organisers read and change, where no process asks them. Checks no rights. */
@Service
@Transactional
public class RuleTables {

    private final DecisionService engine;

    RuleTables(DecisionService engine) {
        this.engine = engine;
    }

    /**
     * The single entry the latest version of a table gives; the engine keeps which rule gave it.
     *
     * @param inputs scalars only
     */
    public String decide(String key, Map<String, ?> inputs) {
        return engine.evaluateDecisionTableByKey(key)
                .variables(Map.copyOf(inputs))
                .evaluate()
                .getSingleResult()
                .getSingleEntry();
    }
}
