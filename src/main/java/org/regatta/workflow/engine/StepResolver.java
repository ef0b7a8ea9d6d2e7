package org.regatta.workflow.engine;

import java.beans.FeatureDescriptor;
import java.util.Collections;
import java.util.Iterator;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotWritableException;
import org.jspecify.annotations.Nullable;
import org.regatta.workflow.StepCollection;

/**
 * What a name in an expression stands for: a step, the elements of a collection, a variable; besides
 * {@code execution.processBusinessKey}. The catalogue comes first, so that no variable can stand in for a step.
 */
final class StepResolver extends ELResolver {

    private static final String EXECUTION = "execution";
    private static final String BUSINESS_KEY = "processBusinessKey";

    /** Stands for {@code execution}: nothing of it can be read but the business key. */
    private record BusinessKeyOf(DelegateExecution execution) {}

    private final StepCatalogue catalogue;

    StepResolver(StepCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    @Override
    @SuppressWarnings("NullAway") // an unresolved name is null and not marked as resolved, as the contract has it
    public Object getValue(ELContext context, @Nullable Object base, Object property) {
        if (base instanceof BusinessKeyOf key && BUSINESS_KEY.equals(property)) {
            context.setPropertyResolved(true);
            return key.execution().getProcessBusinessKey();
        }
        if (base != null || !(property instanceof String name)) {
            return null;
        }
        var scope = (VariableScope) context.getContext(VariableScope.class);
        var step = catalogue.step(name);
        var collection = catalogue.collection(name);
        Object value = null;
        if (step != null) {
            value = step;
        } else if (collection != null && scope instanceof DelegateExecution execution) {
            value = elements(name, collection, execution);
        } else if (name.equals(EXECUTION) && scope instanceof DelegateExecution execution) {
            value = new BusinessKeyOf(execution);
        } else if (scope != null && scope.hasVariable(name)) {
            context.setPropertyResolved(true);
            return scope.getVariable(name);
        }
        if (value != null) {
            context.setPropertyResolved(true);
        }
        return value;
    }

    private static Object elements(String name, StepCollection collection, DelegateExecution execution) {
        var elements = collection.elements(execution.getProcessBusinessKey());
        if (elements.size() > collection.cap()) {
            throw new IllegalStateException("The collection " + name + " has " + elements.size() + " elements; at most "
                    + collection.cap() + " are allowed");
        }
        return elements;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return Object.class;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        throw new PropertyNotWritableException("Expressions read only");
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return Collections.emptyIterator();
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }
}
