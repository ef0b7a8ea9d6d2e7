package org.regatta.workflow;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A Camunda form, shown by form-js in the browser and enforced by the server from the same schema.
 *
 * @param schema as in the {@code .form} file
 */
public record TaskForm(ObjectNode schema) {}
