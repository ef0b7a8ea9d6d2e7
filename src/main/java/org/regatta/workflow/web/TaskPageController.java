package org.regatta.workflow.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.regatta.workflow.Inbox;
import org.regatta.workflow.TaskPage;
import org.regatta.workflow.Tasks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One task with its form: {@code workflow/task.html}; tasks that have a page of their own are shown there. */
@Controller
class TaskPageController {

    private final Tasks tasks;
    private final Inbox inbox;
    private final TaskRows rows;
    private final TaskForms forms;
    private final Shell shell;
    private final ObjectMapper json;
    private final List<TaskPage> pages;

    TaskPageController(
            Tasks tasks,
            Inbox inbox,
            TaskRows rows,
            TaskForms forms,
            Shell shell,
            ObjectMapper json,
            List<TaskPage> pages) {
        this.tasks = tasks;
        this.inbox = inbox;
        this.rows = rows;
        this.forms = forms;
        this.shell = shell;
        this.json = json;
        this.pages = pages;
    }

    @GetMapping("/tasks/{taskId}")
    String show(@PathVariable String taskId, Model model) throws JsonProcessingException {
        var task = tasks.get(taskId);
        for (var page : pages) {
            if (page.taskKeys().contains(task.taskKey())) {
                return "redirect:" + page.address(task);
            }
        }
        var row = rows.of(task);
        model.addAttribute("row", row);
        model.addAttribute("zone", shell.zone(row.zone()));
        model.addAttribute("next", inbox.next(task));
        model.addAttribute("schema", json.writeValueAsString(forms.inReadersLanguage(tasks.form(taskId))));
        model.addAttribute("answers", json.writeValueAsString(tasks.initialAnswers(taskId)));
        return "workflow/task";
    }

    @PostMapping("/tasks/{taskId}/complete")
    @ResponseBody
    Map<String, String> complete(@PathVariable String taskId, @RequestBody Map<String, Object> answers) {
        var next = inbox.next(tasks.get(taskId));
        tasks.complete(taskId, answers);
        return Map.of("next", next == null ? "/inbox?done" : "/tasks/" + next + "?done");
    }

    @PostMapping("/tasks/{taskId}/draft")
    @ResponseBody
    Map<String, Boolean> keep(@PathVariable String taskId, @RequestBody Map<String, Object> answers) {
        return Map.of("kept", tasks.keep(taskId, answers));
    }

    @PostMapping("/tasks/{taskId}/claim")
    String claim(@PathVariable String taskId) {
        tasks.claim(taskId);
        return "redirect:/tasks/" + taskId;
    }

    @PostMapping("/tasks/{taskId}/release")
    String release(@PathVariable String taskId, RedirectAttributes flash) {
        tasks.release(taskId);
        flash.addFlashAttribute("done", "inbox.released");
        return "redirect:/inbox";
    }
}
