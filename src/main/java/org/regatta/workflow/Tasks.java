package org.regatta.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.TaskService;
import org.regatta.identity.Access;
import org.regatta.identity.Role;
import org.regatta.identity.Viewer;
import org.regatta.workflow.form.FormAnswers;
import org.regatta.workflow.form.FormCatalogue;
import org.regatta.workflow.inbox.InboxTable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets a person work on the tasks that wait for them; every method answers {@link TaskNotFound} for tasks of others. */
@Service
@Transactional
public class Tasks {

    private final Access access;
    private final InboxTable inbox;
    private final FormCatalogue forms;
    private final TaskService engine;
    private final ObjectMapper json;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Map<String, TaskHandler> handlers;

    Tasks(
            Access access,
            InboxTable inbox,
            FormCatalogue forms,
            TaskService engine,
            ObjectMapper json,
            ApplicationEventPublisher events,
            Clock clock,
            List<TaskHandler> handlers) {
        this.access = access;
        this.inbox = inbox;
        this.forms = forms;
        this.engine = engine;
        this.json = json;
        this.events = events;
        this.clock = clock;
        this.handlers = handlers.stream().collect(Collectors.toMap(TaskHandler::taskKey, Function.identity()));
    }

    /** A task of the viewer, whatever its state. */
    @Transactional(readOnly = true)
    public TaskView get(String taskId) {
        var task = inbox.find(taskId).orElseThrow(() -> new TaskNotFound(taskId));
        return mine(task, access.viewer());
    }

    /** The viewer's open task on one project in one round; empty if none waits. */
    @Transactional(readOnly = true)
    public Optional<TaskView> waiting(UUID roundId, UUID projectId, Collection<String> taskKeys) {
        return inbox.open(roundId, projectId, taskKeys, access.viewer().personId());
    }

    /** The form of a task, as form-js shows it. */
    @Transactional(readOnly = true)
    public TaskForm form(String taskId) {
        return formOf(get(taskId));
    }

    /** Whether all tasks of this kind may be given the same answers at once. */
    public boolean alike(String taskKey) {
        var handler = handlers.get(taskKey);
        return handler == null || handler.alike();
    }

    /** Refuses answers that the form of a task would not accept, and keeps nothing. */
    @Transactional(readOnly = true)
    public void check(String taskId, Map<String, Object> answers) {
        new FormAnswers(formOf(get(taskId)).schema()).requireValid(answers);
    }

    /** What the form shows before the first answer. */
    @Transactional(readOnly = true)
    public Map<String, Object> initialAnswers(String taskId) {
        var task = get(taskId);
        var handler = handlers.get(task.taskKey());
        return handler == null
                ? Map.of()
                : handler.initialAnswers(task, access.viewer().personId());
    }

    /**
     * Keeps answers that are not complete yet, so that nothing typed is lost.
     *
     * @return whether this task keeps drafts
     * @throws TaskEnded if it was completed or withdrawn before
     */
    public boolean keep(String taskId, Map<String, Object> answers) {
        var task = get(taskId);
        requireOpen(task);
        var handler = handlers.get(task.taskKey());
        return handler != null && handler.keep(task, answers, access.viewer().personId());
    }

    /**
     * Takes a task of a group; publishes {@link TaskTaken}.
     *
     * @throws TaskClaimed if somebody else was faster
     * @throws TaskEnded if it was completed or withdrawn before
     */
    public void claim(String taskId) {
        var viewer = access.viewer();
        var task = inTurn(taskId, viewer);
        var personId = viewer.personId();
        if (!personId.equals(task.assignee())) {
            if (!inbox.claim(taskId, personId)) {
                throw new TaskClaimed(task);
            }
            engine.setAssignee(taskId, personId.toString());
            events.publishEvent(new TaskTaken(
                    taskId,
                    task.taskKey(),
                    task.roundId(),
                    task.projectId(),
                    task.competitionId(),
                    personId,
                    clock.instant()));
        }
    }

    /** Gives a claimed task back to its group; publishes {@link TaskGivenBack}. Nothing happens if it is not claimed. */
    public void release(String taskId) {
        var viewer = access.viewer();
        var task = inTurn(taskId, viewer);
        var personId = viewer.personId();
        if (inbox.release(taskId, personId)) {
            engine.setAssignee(taskId, null);
            events.publishEvent(new TaskGivenBack(
                    taskId,
                    task.taskKey(),
                    task.roundId(),
                    task.projectId(),
                    task.competitionId(),
                    personId,
                    clock.instant()));
        }
    }

    /**
     * Completes a task: the answers are checked under its form, its module does what completing means, and the process
     * moves on, all in one transaction. Publishes {@link TaskCompleted}.
     *
     * @throws org.regatta.shared.InvalidInput with a finding per field
     * @throws TaskEnded if it was completed or withdrawn before
     * @throws TaskClaimed if somebody else holds it
     * @throws TaskMoving if the engine itself moved the process at the same moment
     */
    public void complete(String taskId, Map<String, Object> answers) {
        var viewer = access.viewer();
        var task = inTurn(taskId, viewer);
        if (task.assignee() != null && !task.assignee().equals(viewer.personId())) {
            throw new TaskClaimed(task);
        }
        var form = new FormAnswers(formOf(task).schema());
        form.requireValid(answers);
        var handler = handlers.get(task.taskKey());
        var variables =
                handler == null ? form.gatewayAnswers(answers) : handler.complete(task, answers, viewer.personId());
        if (!inbox.endedHere(taskId)) {
            inbox.completedBy(taskId, viewer.personId(), handler == null ? written(answers) : null);
            try {
                engine.complete(taskId, variables);
            } catch (OptimisticLockingException lost) {
                throw new TaskMoving(task, lost);
            }
        }
        events.publishEvent(new TaskCompleted(
                taskId,
                task.taskKey(),
                task.roundId(),
                task.projectId(),
                task.competitionId(),
                handler == null ? answers : variables,
                viewer.personId(),
                clock.instant()));
    }

    /** The open task, read again once nobody else moves its process. */
    private TaskView inTurn(String taskId, Viewer viewer) {
        inbox.oneAtATime(get(taskId).businessKey());
        var task = mine(inbox.lock(taskId).orElseThrow(() -> new TaskNotFound(taskId)), viewer);
        requireOpen(task);
        return task;
    }

    private TaskForm formOf(TaskView task) {
        var drawn = forms.form(task.taskKey());
        var handler = handlers.get(task.taskKey());
        return handler == null ? drawn : handler.form(task, drawn);
    }

    private TaskView mine(TaskView task, Viewer viewer) {
        var role = task.candidateRole();
        // what was claimed for a role goes with the role
        var allowed = role == null
                ? viewer.personId().equals(task.assignee())
                : viewer.standsFor(Role.valueOf(role), task.place());
        if (!allowed || withheld(task)) {
            throw new TaskNotFound(task.taskId());
        }
        return task;
    }

    private boolean withheld(TaskView task) {
        var competition = task.competitionId();
        var project = task.projectId();
        return competition != null
                && project != null
                && (access.withheld(competition).contains(project) || rival(task));
    }

    /** A juror who entered a project in the meantime. */
    private boolean rival(TaskView task) {
        return task.assignee() != null && access.competes(task.place());
    }

    private static void requireOpen(TaskView task) {
        if (task.state() != TaskView.State.OPEN) {
            throw new TaskEnded(task);
        }
    }

    private String written(Map<String, Object> answers) {
        try {
            return json.writeValueAsString(answers);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException("answers came from JSON and must go back", impossible);
        }
    }
}
