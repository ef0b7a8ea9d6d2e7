package org.regatta.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Place;
import org.regatta.workflow.standing.DrawnSteps;
import org.regatta.workflow.standing.StandingQueries;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which diagram a competition, a round or the work on its projects really runs, and where it stands on it. Callers name
 * a place they have made sure the subject is in; every method asks for the right to read models there.
 */
@Service
@Transactional(readOnly = true)
public class Diagrams {

    private final RepositoryService repository;
    private final StandingQueries standing;
    private final Access access;

    Diagrams(RepositoryService repository, StandingQueries standing, Access access) {
        this.repository = repository;
        this.standing = standing;
        this.access = access;
    }

    /**
     * The version that runs, or ran last; that of most instances where there are many; the newest where none began.
     *
     * @throws NotVisible if there is no such process
     */
    public Diagram of(Place place, ProcessScope scope) {
        access.require(Action.READ_MODEL, place);
        var definition = repository.getProcessDefinition(definitionId(scope));
        var model = repository.getBpmnModelInstance(definition.getId());
        return new Diagram(
                definition.getKey(),
                definition.getVersion(),
                definition.getId(),
                definition.getName() == null ? definition.getKey() : definition.getName(),
                DrawnSteps.of(model),
                DrawnSteps.ways(model));
    }

    /** The BPMN document of that version. */
    public byte[] document(Place place, ProcessScope scope) {
        access.require(Action.READ_MODEL, place);
        try (var document = repository.getProcessModel(definitionId(scope))) {
            return document.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("A deployed model cannot be read", e);
        }
    }

    /** By element: what is there, what was passed, what failed. Four statements, however many instances there are. */
    public Map<String, StepStanding> standing(Place place, ProcessScope scope) {
        access.require(Action.READ_MODEL, place);
        return standing.of(scope);
    }

    /** What ran or runs for a round: its own processes in the order they began, then the work on its projects. */
    public List<ProcessScope> processesOf(Place place, UUID roundId) {
        access.require(Action.READ_MODEL, place);
        return standing.processesOf(roundId);
    }

    private String definitionId(ProcessScope scope) {
        return standing.definitionOf(scope).orElseThrow(NotVisible::new);
    }
}
