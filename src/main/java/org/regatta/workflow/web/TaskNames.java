package org.regatta.workflow.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.regatta.workflow.TaskView;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Names of tasks in the reader's language; a task drawn here has the name its diagram gives it. */
@Component("taskNames")
class TaskNames {

    private final MessageSource messages;

    TaskNames(MessageSource messages) {
        this.messages = messages;
    }

    String of(TaskView task) {
        return named(task.taskKey(), task.name());
    }

    /** The name of a kind of task of which only the id in the model is known ({@code scoreProject}: "Score project"). */
    public String of(String taskKey) {
        var words = taskKey.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return named(taskKey, Character.toUpperCase(words.charAt(0)) + words.substring(1));
    }

    /** A step from one element to the next in words: {@code Score project → Record evaluated}. */
    public String ofFlow(String fromTo) {
        return Arrays.stream(fromTo.split(" → "))
                .map(element -> of(element.replaceAll("#.*", "")))
                .collect(Collectors.joining(" → "));
    }

    /** A message in the reader's language. */
    String say(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }

    private String named(String taskKey, String otherwise) {
        var locale = LocaleContextHolder.getLocale();
        var step = messages.getMessage("step." + taskKey, null, otherwise, locale);
        var name = messages.getMessage("task." + taskKey, null, step, locale);
        return name == null ? otherwise : name;
    }
}
