package org.regatta.workflow.engine;

import java.lang.reflect.Method;
import java.util.Properties;
import org.camunda.bpm.dmn.engine.impl.spi.el.ElProvider;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.el.JuelExpressionManager;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.FunctionMapper;

/** JUEL without method calls, without functions, without beans: names of variables and of the catalogue, nothing else. */
final class StepExpressions extends JuelExpressionManager {

    private final StepCatalogue catalogue;

    StepExpressions(StepCatalogue catalogue) {
        this.catalogue = catalogue;
        var properties = new Properties();
        properties.setProperty(ExpressionFactoryImpl.PROP_METHOD_INVOCATIONS, "false");
        properties.setProperty(ExpressionFactoryImpl.PROP_VAR_ARGS, "false");
        setExpressionFactory(new ExpressionFactoryImpl(ExpressionFactoryImpl.Profile.JEE5, properties));
    }

    @Override
    protected ELResolver createElResolver() {
        return new StepResolver(catalogue);
    }

    @Override
    protected FunctionMapper createFunctionMapper() {
        return new NoFunctions();
    }

    /** The engine brings functions of its own (now(), currentUser()); none is taken. */
    @Override
    public void addFunction(String name, Method function) {
        // expressions have no functions
    }

    @Override
    protected ElProvider createElProvider() {
        return expression -> {
            throw new ProcessEngineException("Decisions are written in FEEL; JUEL is refused: " + expression);
        };
    }

    private static final class NoFunctions extends FunctionMapper {
        @Override
        @SuppressWarnings("NullAway") // the contract of the mapper is null for an unknown function
        public Method resolveFunction(String prefix, String localName) {
            return null;
        }
    }
}
