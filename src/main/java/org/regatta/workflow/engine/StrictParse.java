package org.regatta.workflow.engine;

import java.util.Set;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * The engine's own parser, which refuses what would run code before it looks at anything else. The gate refused it
 * already; this holds even if the gate had a hole.
 */
final class StrictParse extends BpmnParse {

    private static final Set<String> ELEMENTS = Set.of(
            "import",
            "script",
            "scriptTask",
            "executionListener",
            "taskListener",
            "connector",
            "inputOutput",
            "field",
            "formData",
            "formProperty",
            "validation",
            "constraint");

    private static final Set<String> ATTRIBUTES = Set.of(
            "class",
            "expression",
            "formHandlerClass",
            "variableMappingClass",
            "variableMappingDelegateExpression",
            "caseRef",
            "sourceExpression",
            "resource",
            "type",
            "topic",
            "formKey",
            "scriptFormat");

    StrictParse(BpmnParser parser) {
        super(parser);
    }

    @Override
    protected void parseRootElement() {
        refuse(getRootElement());
        super.parseRootElement();
    }

    private void refuse(Element element) {
        boolean camundas = CAMUNDA_BPMN_EXTENSIONS_NS.getNamespaceUri().equals(element.getUri())
                || CAMUNDA_BPMN_EXTENSIONS_NS.getAlternativeUri().equals(element.getUri());
        boolean script =
                element.getTagName().equals("script") || element.getTagName().equals("scriptTask");
        if (element.getTagName().equals("import") || (camundas || script) && ELEMENTS.contains(element.getTagName())) {
            throw refused(element.getTagName(), element);
        }
        for (var attribute : ATTRIBUTES) {
            if (element.attributeNS(CAMUNDA_BPMN_EXTENSIONS_NS, attribute) != null) {
                throw refused(attribute, element);
            }
        }
        if (element.attribute("language") != null) {
            throw refused("language", element);
        }
        element.elements().forEach(this::refuse);
    }

    private static ProcessEngineException refused(String what, Element element) {
        return new ProcessEngineException(
                "Models run steps of the catalogue only; refused: " + what + " in line " + element.getLine());
    }
}
