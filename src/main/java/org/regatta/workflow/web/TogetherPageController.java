package org.regatta.workflow.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.web.ProblemWords;
import org.regatta.workflow.Tasks;
import org.regatta.workflow.TasksTogether;
import org.regatta.workflow.TasksTogether.Part;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Many tasks, one answer: {@code workflow/together.html}; answered, looked at, applied, and told task by task. */
@Controller
class TogetherPageController {

    private static final String PAGE = "workflow/together";
    private static final String ANSWER = "answer.";

    private final TasksTogether together;
    private final Tasks tasks;
    private final TaskForms forms;
    private final TaskRows rows;
    private final ProblemWords words;

    TogetherPageController(TasksTogether together, Tasks tasks, TaskForms forms, TaskRows rows, ProblemWords words) {
        this.together = together;
        this.tasks = tasks;
        this.forms = forms;
        this.rows = rows;
        this.words = words;
    }

    /** One line of the proposal or of the result. */
    public record Line(TaskRow row, @Nullable String hindrance) {}

    @GetMapping("/inbox/together")
    String answer(@RequestParam(name = "task", defaultValue = "") List<String> taskIds, Model model) {
        show(model, "ANSWER", together.propose(taskIds), Map.of(), List.of());
        return PAGE;
    }

    /** What would happen; the answers are checked and nothing is changed. */
    @PostMapping("/inbox/together/preview")
    ModelAndView preview(
            @RequestParam(name = "task", defaultValue = "") List<String> taskIds,
            @RequestParam MultiValueMap<String, String> sent) {
        var page = new ModelAndView(PAGE);
        var parts = together.propose(taskIds);
        var given = answers(parts, sent);
        try {
            together.propose(taskIds, given);
            show(page.getModelMap(), "PREVIEW", parts, given, List.of());
        } catch (InvalidInput wrong) {
            show(page.getModelMap(), "ANSWER", parts, given, words.of(wrong).findings());
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        }
        return page;
    }

    @PostMapping("/inbox/together/apply")
    String apply(
            @RequestParam(name = "task", defaultValue = "") List<String> taskIds,
            @RequestParam MultiValueMap<String, String> sent,
            Model model) {
        var given = answers(together.propose(taskIds), sent);
        show(model, "RESULT", together.complete(taskIds, given), given, List.of());
        return PAGE;
    }

    private void show(
            Map<String, Object> model,
            String step,
            List<Part> parts,
            Map<String, Object> answers,
            List<Finding> findings) {
        var first = parts.getFirst().task();
        var list = rows.of(parts.stream().map(Part::task).toList());
        var lines = new ArrayList<Line>();
        for (int at = 0; at < parts.size(); at++) {
            var hindrance = parts.get(at).hindrance();
            lines.add(new Line(
                    list.get(at), hindrance == null ? null : words.of(hindrance).detail()));
        }
        model.put("step", step);
        model.put("lines", lines);
        model.put(
                "possible",
                lines.stream().filter(line -> line.hindrance() == null).count());
        model.put("name", list.getFirst().name());
        model.put("kind", first.taskKey());
        model.put("fields", fields(first.taskId()));
        model.put("answers", answers);
        model.put("findings", findings);
    }

    private void show(Model model, String step, List<Part> parts, Map<String, Object> answers, List<Finding> findings) {
        show(model.asMap(), step, parts, answers, findings);
    }

    private List<Field> fields(String taskId) {
        var fields = new ArrayList<Field>();
        for (var component : forms.inReadersLanguage(tasks.form(taskId)).path("components")) {
            fields.add(Field.of(component));
        }
        return fields;
    }

    /** What was sent, as the form means it: boxes are true or false, numbers numbers, empty is nothing. */
    private Map<String, Object> answers(List<Part> parts, MultiValueMap<String, String> sent) {
        var answers = new LinkedHashMap<String, Object>();
        for (var field : fields(parts.getFirst().task().taskId())) {
            var value = sent.getFirst(ANSWER + field.key());
            if (field.type().equals("checkbox")) {
                answers.put(field.key(), value != null);
            } else if (value != null && !value.isBlank() && !field.type().equals("text")) {
                answers.put(field.key(), value.strip());
            }
        }
        return answers;
    }

    /** A component of the form, as the page writes it. */
    public record Field(
            String type,
            String key,
            String label,
            String text,
            String description,
            boolean required,
            List<Option> options) {

        /** One of the choices. */
        public record Option(String value, String label) {}

        static Field of(JsonNode component) {
            var options = new ArrayList<Option>();
            component
                    .path("values")
                    .forEach(value -> options.add(new Option(
                            value.path("value").asText(), value.path("label").asText())));
            return new Field(
                    component.path("type").asText(),
                    component.path("key").asText(),
                    component.path("label").asText(),
                    component.path("text").asText(),
                    component.path("description").asText(),
                    component.path("validate").path("required").asBoolean(),
                    options);
        }
    }
}
