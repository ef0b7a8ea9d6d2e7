package org.regatta.workflow;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.regatta.workflow.inbox.EachSequenceFlow;

/** Notes which flows, boundary events and end events of a process the tests of a class took. */
final class PathCoverage extends AbstractProcessEnginePlugin {

    private final String processId;
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private final Set<String> tests = ConcurrentHashMap.newKeySet();

    PathCoverage(String processId) {
        this.processId = processId;
    }

    void started(String test) {
        tests.add(test);
    }

    /** Fails unless everything was taken; says nothing where only some tests of the class ran. */
    void requireAll(Class<?> owner, RepositoryService repository) {
        var declared = AnnotationSupport.findAnnotatedMethods(owner, Testable.class, HierarchyTraversalMode.TOP_DOWN);
        if (declared.stream().anyMatch(method -> !tests.contains(method.getName()))) {
            return;
        }
        var missing = new TreeSet<>(paths(repository));
        missing.removeAll(taken);
        if (!missing.isEmpty()) {
            throw new AssertionError(
                    "No test of " + owner.getSimpleName() + " takes these paths of " + processId + ": " + missing);
        }
    }

    private Set<String> paths(RepositoryService repository) {
        var definition = repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(processId)
                .latestVersion()
                .singleResult();
        var model = repository.getBpmnModelInstance(definition.getId());
        var paths = new HashSet<String>();
        for (var type :
                List.<Class<? extends FlowElement>>of(SequenceFlow.class, BoundaryEvent.class, EndEvent.class)) {
            model.getModelElementsByType(type).forEach(element -> paths.add(element.getId()));
        }
        return paths;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        var listeners = new ArrayList<BpmnParseListener>();
        if (configuration.getCustomPostBPMNParseListeners() != null) {
            listeners.addAll(configuration.getCustomPostBPMNParseListeners());
        }
        listeners.add(new Notes());
        configuration.setCustomPostBPMNParseListeners(listeners);
    }

    private final class Notes extends EachSequenceFlow {

        @Override
        protected ExecutionListener listener(ScopeImpl scope, String flowId, String sourceId, String targetId) {
            return ours(scope) ? note(flowId) : execution -> {};
        }

        @Override
        public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
            noteStart(scope, activity);
        }

        @Override
        public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
            noteStart(scope, activity);
        }

        private void noteStart(ScopeImpl scope, ActivityImpl activity) {
            if (ours(scope)) {
                activity.addListener(ExecutionListener.EVENTNAME_START, note(activity.getId()));
            }
        }

        private ExecutionListener note(String id) {
            return execution -> taken.add(id);
        }

        private boolean ours(ScopeImpl scope) {
            return ((ProcessDefinitionEntity) scope.getProcessDefinition())
                    .getKey()
                    .equals(processId);
        }
    }
}
