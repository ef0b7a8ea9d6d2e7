package org.regatta.workflow.gate;

import java.util.Map;
import java.util.Set;

/** The part of BPMN 2.0 that runs here. */
final class BpmnGrammar {

    static final Map<String, String> NAMESPACES = Map.of(
            "http://www.omg.org/spec/BPMN/20100524/MODEL", "bpmn",
            "http://www.omg.org/spec/BPMN/20100524/DI", "bpmndi",
            "http://www.omg.org/spec/DD/20100524/DC", "dc",
            "http://www.omg.org/spec/DD/20100524/DI", "di",
            "http://camunda.org/schema/1.0/bpmn", "camunda");

    /** What people or the engine do, and what needs a documentation. */
    static final Set<String> STEPS = Set.of(
            "bpmn:serviceTask", "bpmn:userTask", "bpmn:receiveTask", "bpmn:businessRuleTask", "bpmn:callActivity");

    /** What a sequence flow connects. */
    static final Set<String> NODES = Set.of(
            "bpmn:startEvent",
            "bpmn:endEvent",
            "bpmn:intermediateCatchEvent",
            "bpmn:intermediateThrowEvent",
            "bpmn:boundaryEvent",
            "bpmn:exclusiveGateway",
            "bpmn:parallelGateway",
            "bpmn:eventBasedGateway",
            "bpmn:subProcess",
            "bpmn:serviceTask",
            "bpmn:userTask",
            "bpmn:receiveTask",
            "bpmn:businessRuleTask",
            "bpmn:callActivity");

    /** Attributes that are true or false and nothing else. */
    static final Set<String> SWITCHES = Set.of(
            "isExecutable",
            "isInterrupting",
            "cancelActivity",
            "triggeredByEvent",
            "isSequential",
            "camunda:asyncBefore",
            "camunda:asyncAfter",
            "camunda:exclusive");

    static final Grammar GRAMMAR = Grammar.of("""
            $async = camunda:asyncBefore camunda:asyncAfter camunda:exclusive
            $parts = bpmn:documentation bpmn:extensionElements bpmn:incoming bpmn:outgoing
            $events = bpmn:startEvent bpmn:endEvent bpmn:intermediateCatchEvent bpmn:intermediateThrowEvent bpmn:boundaryEvent
            $gateways = bpmn:exclusiveGateway bpmn:parallelGateway bpmn:eventBasedGateway
            $tasks = bpmn:serviceTask bpmn:userTask bpmn:receiveTask bpmn:businessRuleTask bpmn:callActivity bpmn:subProcess
            $flow = $events $gateways $tasks bpmn:sequenceFlow bpmn:textAnnotation bpmn:association
            bpmn:definitions | id name targetNamespace exporter exporterVersion | bpmn:process bpmn:message bpmn:error bpmndi:BPMNDiagram
            bpmn:message | id! name! |
            bpmn:error | id! name errorCode! |
            bpmn:process | id! name! isExecutable! camunda:historyTimeToLive! camunda:versionTag! | bpmn:documentation $flow
            bpmn:documentation | id | text
            bpmn:incoming | | text
            bpmn:outgoing | | text
            bpmn:extensionElements | | camunda:failedJobRetryTimeCycle camunda:in camunda:out
            camunda:failedJobRetryTimeCycle | | text
            camunda:in | businessKey source target |
            camunda:out | source! target! |
            bpmn:startEvent | id! name isInterrupting $async | $parts bpmn:timerEventDefinition bpmn:messageEventDefinition bpmn:errorEventDefinition
            bpmn:endEvent | id! name $async | $parts bpmn:errorEventDefinition bpmn:terminateEventDefinition
            bpmn:intermediateCatchEvent | id! name $async | $parts bpmn:timerEventDefinition bpmn:messageEventDefinition
            bpmn:intermediateThrowEvent | id! name $async | $parts
            bpmn:boundaryEvent | id! name attachedToRef! cancelActivity $async | $parts bpmn:timerEventDefinition bpmn:messageEventDefinition bpmn:errorEventDefinition
            bpmn:exclusiveGateway | id! name default gatewayDirection $async | $parts
            bpmn:parallelGateway | id! name gatewayDirection $async | $parts
            bpmn:eventBasedGateway | id! name eventGatewayType gatewayDirection $async | $parts
            bpmn:subProcess | id! name triggeredByEvent $async | $parts $flow bpmn:multiInstanceLoopCharacteristics
            bpmn:serviceTask | id! name! camunda:delegateExpression! $async | $parts bpmn:multiInstanceLoopCharacteristics
            bpmn:userTask | id! name! camunda:assignee camunda:candidateGroups camunda:dueDate camunda:formRef camunda:formRefBinding $async | $parts bpmn:multiInstanceLoopCharacteristics
            bpmn:receiveTask | id! name! messageRef! $async | $parts bpmn:multiInstanceLoopCharacteristics
            bpmn:businessRuleTask | id! name! camunda:decisionRef! camunda:resultVariable! camunda:mapDecisionResult! $async | $parts
            bpmn:callActivity | id! name! calledElement! camunda:calledElementBinding $async | $parts bpmn:multiInstanceLoopCharacteristics
            bpmn:multiInstanceLoopCharacteristics | id isSequential camunda:collection! camunda:elementVariable! $async | bpmn:extensionElements bpmn:completionCondition
            bpmn:completionCondition | id xsi:type | text
            bpmn:sequenceFlow | id! name sourceRef! targetRef! | bpmn:documentation bpmn:conditionExpression
            bpmn:conditionExpression | id xsi:type | text
            bpmn:timerEventDefinition | id | bpmn:timeDate bpmn:timeDuration bpmn:timeCycle
            bpmn:timeDate | id xsi:type | text
            bpmn:timeDuration | id xsi:type | text
            bpmn:timeCycle | id xsi:type | text
            bpmn:messageEventDefinition | id messageRef! |
            bpmn:errorEventDefinition | id errorRef camunda:errorCodeVariable camunda:errorMessageVariable |
            bpmn:terminateEventDefinition | id |
            bpmn:textAnnotation | id! textFormat | bpmn:text bpmn:documentation
            bpmn:text | | text
            bpmn:association | id! sourceRef! targetRef! associationDirection | bpmn:documentation
            bpmndi:BPMNDiagram | id name | bpmndi:BPMNPlane
            bpmndi:BPMNPlane | id bpmnElement! | bpmndi:BPMNShape bpmndi:BPMNEdge
            bpmndi:BPMNShape | id bpmnElement! isExpanded isHorizontal isMarkerVisible | dc:Bounds bpmndi:BPMNLabel
            bpmndi:BPMNEdge | id bpmnElement! | di:waypoint bpmndi:BPMNLabel
            bpmndi:BPMNLabel | id | dc:Bounds
            dc:Bounds | x! y! width! height! |
            di:waypoint | x! y! |
            """);

    private BpmnGrammar() {}
}
