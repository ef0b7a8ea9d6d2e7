package org.regatta.workflow.web.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.regatta.workflow.Inbox;
import org.regatta.workflow.InboxCounts;
import org.regatta.workflow.InboxFilter;
import org.regatta.workflow.TaskView;
import org.regatta.workflow.Tasks;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tasks of the person who asks. */
@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "Tasks")
class TaskController {

    private final Inbox inbox;
    private final Tasks tasks;

    TaskController(Inbox inbox, Tasks tasks) {
        this.inbox = inbox;
        this.tasks = tasks;
    }

    /** What a form was answered, by the keys of its fields. */
    record Completion(@NotNull Map<String, Object> answers) {}

    /** A task with its form and what the form shows at first. */
    record TaskDetails(TaskView task, ObjectNode form, Map<String, Object> initialAnswers) {}

    @GetMapping
    @Operation(summary = "What waits for me, the earliest date first")
    Page<TaskView> open(
            @RequestParam(required = false) @Nullable UUID competition,
            @RequestParam(required = false) @Nullable UUID round,
            @RequestParam(required = false) @Nullable String taskKey,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "50") int size) {
        return inbox.open(new InboxFilter(competition, round, taskKey, null, null), new PageRequest(page, size));
    }

    @GetMapping("/counts")
    @Operation(summary = "How much waits for me")
    InboxCounts counts() {
        return inbox.counts();
    }

    @GetMapping("/{taskId}")
    @Operation(summary = "One of my tasks with its form")
    TaskDetails task(@PathVariable String taskId) {
        return new TaskDetails(tasks.get(taskId), tasks.form(taskId).schema(), tasks.initialAnswers(taskId));
    }

    @PostMapping("/{taskId}/claim")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a task of my group")
    void claim(@PathVariable String taskId) {
        tasks.claim(taskId);
    }

    @PostMapping("/{taskId}/release")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Give a claimed task back to the group")
    void release(@PathVariable String taskId) {
        tasks.release(taskId);
    }

    @PostMapping("/{taskId}/complete")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Complete a task with the answers of its form")
    void complete(@PathVariable String taskId, @Valid @RequestBody Completion completion) {
        tasks.complete(taskId, completion.answers());
    }
}
