package org.regatta.workflow.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.variable.serializer.BooleanValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.DateValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.DefaultVariableSerializers;
import org.camunda.bpm.engine.impl.variable.serializer.DoubleValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.IntegerValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.LongValueSerlializer;
import org.camunda.bpm.engine.impl.variable.serializer.NullValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.ShortValueSerializer;
import org.camunda.bpm.engine.impl.variable.serializer.StringValueSerializer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Takes from the engine everything a model could run that is not in the catalogue; see {@code docs/adr}. */
@Order(Ordered.LOWEST_PRECEDENCE)
public final class EngineHardening extends AbstractProcessEnginePlugin {

    private static final String EXTERNAL_SCHEMA = "javax.xml.accessExternalSchema";
    private static final String FEEL = DefaultDmnEngineConfiguration.FEEL_EXPRESSION_LANGUAGE_ALTERNATIVE;
    private static final int MOST_RESULTS = 10_000;

    private final StepCatalogue steps;
    private final ModelChecks checks;

    /** With what models may name. */
    public EngineHardening(StepCatalogue steps, ModelChecks checks) {
        this.steps = steps;
        this.checks = checks;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var expressions = new StepExpressions(steps);
        configuration.setExpressionManager(expressions);
        configuration.setBeans(Map.of());
        configuration.setScriptFactory(new NoScripts());
        configuration.setScriptEngineResolver(new NoScripts.Engines());
        configuration.setEnableScriptEngineLoadExternalResources(false);
        configuration.setArtifactFactory(new NoScripts.Classes());
        configuration.setBpmnParseFactory(StrictParse::new);
        configuration.setCustomPreDeployers(withGate(configuration.getCustomPreDeployers()));
        configuration.setCmmnEnabled(false);
        configuration.setDmnElProvider(expressions.toElProvider());
        configuration.setDmnEngineConfiguration(feelOnly());
        configuration.setEnableXxeProcessing(false);
        configuration.setJavaSerializationFormatEnabled(false);
        configuration.setVariableTypes(scalarsOnly());
        configuration.setDeserializationTypeValidationEnabled(true);
        configuration.setEnableExpressionsInAdhocQueries(false);
        configuration.setEnableExpressionsInStoredQueries(false);
        configuration.setCustomPreCommandInterceptorsTxRequired(
                bounded(configuration.getCustomPreCommandInterceptorsTxRequired()));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(
                bounded(configuration.getCustomPreCommandInterceptorsTxRequiresNew()));
        configuration.setEnforceHistoryTimeToLive(true);
        if (System.getProperty(EXTERNAL_SCHEMA) == null) {
            // the engine's own schemas: from the classes folder, from a jar, from a jar in the packaged jar
            // (jar:nested:…)
            System.setProperty(EXTERNAL_SCHEMA, "file,jar:file,nested");
        }
    }

    private static List<CommandInterceptor> bounded(@Nullable List<CommandInterceptor> others) {
        var interceptors = new ArrayList<CommandInterceptor>();
        interceptors.add(new BoundedQueries(MOST_RESULTS));
        interceptors.addAll(others == null ? List.of() : others);
        return interceptors;
    }

    private List<Deployer> withGate(@Nullable List<Deployer> others) {
        var deployers = new ArrayList<Deployer>();
        deployers.add(new GateDeployer(checks));
        deployers.addAll(others == null ? List.of() : others);
        return deployers;
    }

    /** No stored objects, files or bytes: variables hold ids, dates and answers, and so history holds nothing else. */
    private static DefaultVariableSerializers scalarsOnly() {
        return new DefaultVariableSerializers()
                .addSerializer(new NullValueSerializer())
                .addSerializer(new StringValueSerializer())
                .addSerializer(new BooleanValueSerializer())
                .addSerializer(new ShortValueSerializer())
                .addSerializer(new IntegerValueSerializer())
                .addSerializer(new LongValueSerlializer())
                .addSerializer(new DateValueSerializer())
                .addSerializer(new DoubleValueSerializer())
                .addSerializer(new DecisionResults());
    }

    private static DefaultDmnEngineConfiguration feelOnly() {
        var configuration =
                (DefaultDmnEngineConfiguration) DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.setDefaultInputExpressionExpressionLanguage(FEEL);
        configuration.setDefaultInputEntryExpressionLanguage(FEEL);
        configuration.setDefaultOutputEntryExpressionLanguage(FEEL);
        configuration.setDefaultLiteralExpressionLanguage(FEEL);
        return configuration;
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        new SelfTest((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).run();
    }
}
