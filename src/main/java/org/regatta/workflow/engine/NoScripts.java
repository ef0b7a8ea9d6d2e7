package org.regatta.workflow.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ArtifactFactory;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.scripting.ExecutableScript;
import org.camunda.bpm.engine.impl.scripting.ScriptFactory;
import org.camunda.bpm.engine.impl.scripting.engine.DefaultScriptEngineResolver;

/** Makes no script, whoever asks. */
final class NoScripts extends ScriptFactory {

    @Override
    public ExecutableScript createScriptFromResource(String language, String resource) {
        throw refused("script in " + language);
    }

    @Override
    public ExecutableScript createScriptFromResource(String language, Expression resource) {
        throw refused("script in " + language);
    }

    @Override
    public ExecutableScript createScriptFromSource(String language, String source) {
        throw refused("script in " + language);
    }

    @Override
    public ExecutableScript createScriptFromSource(String language, Expression source) {
        throw refused("script in " + language);
    }

    private static ProcessEngineException refused(String what) {
        return new ProcessEngineException("Models run steps of the catalogue only; refused: " + what);
    }

    /** Finds no script engine: the engine brings one for JUEL itself that would call methods. */
    static final class Engines extends DefaultScriptEngineResolver {

        Engines() {
            super(new ScriptEngineManager(ClassLoader.getPlatformClassLoader()));
        }

        @Override
        public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
            throw refused("script engine " + language);
        }
    }

    /** Makes no object of a class that a model names. */
    static final class Classes implements ArtifactFactory {

        @Override
        public <T> T getArtifact(Class<T> type) {
            throw refused("class " + type.getName());
        }
    }
}
