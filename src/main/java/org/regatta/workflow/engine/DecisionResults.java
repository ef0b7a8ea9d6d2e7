package org.regatta.workflow.engine;

import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.impl.variable.serializer.AbstractTypedValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ValueFields;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.impl.value.UntypedValueImpl;
import org.camunda.bpm.engine.variable.type.ValueType;
import org.camunda.bpm.engine.variable.value.ObjectValue;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * The one object a variable may hold: what a decision table said, between the decision and the mapping of its single
 * entry. The engine keeps it in a transient variable, which is never stored; nothing is written or read here, so no
 * class ever comes out of the database.
 */
final class DecisionResults extends AbstractTypedValueSerializer<ObjectValue> {

    DecisionResults() {
        super(ValueType.OBJECT);
    }

    @Override
    public String getName() {
        return "decisionResult";
    }

    @Override
    protected boolean canWriteValue(@Nullable TypedValue value) {
        return value != null && value.isTransient() && value.getValue() instanceof DmnDecisionResult;
    }

    @Override
    public ObjectValue convertToTypedValue(UntypedValueImpl untyped) {
        return Variables.objectValue(untyped.getValue(), untyped.isTransient()).create();
    }

    @Override
    public void writeValue(ObjectValue value, ValueFields fields) {
        // stays in memory
    }

    @Override
    public ObjectValue readValue(ValueFields fields, boolean deserialize, boolean isTransient) {
        throw new IllegalStateException("Decision results are never stored");
    }
}
