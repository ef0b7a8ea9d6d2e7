package org.regatta.workflow.gate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What a model may refer to by name.
 *
 * @param steps names of the delegates a service task may run
 * @param collections names of the collections a step may be repeated over
 * @param forms ids of the user tasks that have a form
 * @param processes the processes a call activity may call, by id
 * @param decisions ids of the decisions a business rule task may ask
 */
public record Catalogue(
        Set<String> steps,
        Set<String> collections,
        Set<String> forms,
        Map<String, Known> processes,
        Set<String> decisions) {

    /**
     * What has to be known of a process to judge those that call it.
     *
     * @param calls ids of the processes it calls
     * @param waits whether every way through it comes to a wait state
     */
    public record Known(Set<String> calls, boolean waits) {}

    /** This catalogue with more processes; those given replace those of the same id. */
    Catalogue with(Map<String, Known> more, Set<String> moreDecisions) {
        var all = new HashMap<>(processes);
        all.putAll(more);
        var allDecisions = new HashSet<>(decisions);
        allDecisions.addAll(moreDecisions);
        return new Catalogue(steps, collections, forms, Map.copyOf(all), Set.copyOf(allDecisions));
    }
}
