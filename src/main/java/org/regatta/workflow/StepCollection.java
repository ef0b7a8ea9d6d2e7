package org.regatta.workflow;

import java.util.List;

/**
 * A collection a model may repeat a step over: a bean whose name is what the model writes in
 * {@code camunda:collection="${name}"}. Part of the catalogue of steps.
 */
public interface StepCollection {

    /** Most elements; more are an error of the data. */
    int cap();

    /**
     * The elements for one process instance, in order: ids as text, never objects.
     *
     * @param businessKey of the process instance
     */
    List<String> elements(String businessKey);
}
