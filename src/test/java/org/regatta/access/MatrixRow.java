package org.regatta.access;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One row of the access matrix: a request and who gets which answer.
 *
 * @param title as the file has it: the endpoint, and in brackets what is special where it has several rows
 * @param with which object stands for a variable of the path, where it is not the one of its name
 * @param query what stands behind the question mark; empty: nothing
 * @param body null: none
 * @param type of the body
 * @param only who asks it, one after the other with new sessions and without rolling back; empty: everybody
 * @param anyStage whether the stage makes no difference, so that not everybody has to ask at each
 * @param answers by stage, in the order of stages: who gets what
 */
record MatrixRow(
        String title,
        Map<String, String> with,
        String query,
        @Nullable String body,
        String type,
        List<String> only,
        boolean anyStage,
        Map<Stage, List<Answer>> answers) {

    /** A variable of the path. */
    static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(:[^}]*)?}");

    /** The name of an object in what is sent. */
    static final Pattern NAME = Pattern.compile("<([\\w.]+)>");

    /**
     * Some callers and what they get.
     *
     * @param outcome {@code ok}, {@code signIn}, {@code unfinished}, or a status
     */
    record Answer(String outcome, List<String> callers) {}

    /** {@code POST}. */
    String method() {
        return title.substring(0, title.indexOf(' '));
    }

    /** {@code /rounds/{roundId}/close}. */
    String pattern() {
        return endpoint().substring(endpoint().indexOf(' ') + 1);
    }

    /** {@code POST /rounds/{roundId}/close}. */
    String endpoint() {
        var bracket = title.indexOf(" (");
        return bracket < 0 ? title : title.substring(0, bracket);
    }

    boolean reads() {
        return method().equals("GET");
    }

    boolean ofApi() {
        return pattern().startsWith("/api/") || pattern().startsWith("/v3/");
    }

    /** What a variable of the path stands for: the name of an object, or a text behind a quote. */
    String standsFor(String variable) {
        return with.getOrDefault(variable, variable.replaceAll("Id$", ""));
    }

    /** The names of the objects that a request names. */
    Set<String> objects() {
        var names = new HashSet<String>();
        VARIABLE.matcher(pattern()).results().forEach(variable -> names.add(standsFor(variable.group(1))));
        names.add(with.getOrDefault("**", "'"));
        NAME.matcher(query + (body == null ? "" : body)).results().forEach(name -> names.add(name.group(1)));
        names.removeIf(name -> name.startsWith("'"));
        return names;
    }

    /** Whether it is about one project. */
    boolean ofProject() {
        return objects().stream().anyMatch(name -> name.endsWith("project") || name.endsWith("Project"));
    }

    /** Whether this caller is sent away before anything is looked at, so that no object and no stage can matter. */
    boolean endsAtTheDoor(String caller) {
        return answers.keySet().stream()
                .map(stage -> expected(stage, caller))
                .allMatch(outcome -> outcome.equals("signIn")
                        || outcome.equals("unfinished")
                        || (!reads() && Callers.READING.contains(caller)));
    }

    /** Whether all of these are to get the same, at each stage. */
    boolean isTheSameFor(List<String> callers) {
        return answers.keySet().stream()
                .allMatch(stage -> callers.stream()
                                .map(caller -> expected(stage, caller))
                                .distinct()
                                .count()
                        == 1);
    }

    /** Whether this caller is to get another answer at one stage than at another. */
    boolean dependsOnTheStage(String caller) {
        return !anyStage
                && answers.keySet().stream()
                                .map(stage -> expected(stage, caller))
                                .distinct()
                                .count()
                        > 1;
    }

    /** Whether this caller asks it: a token that only reads is one for the API alone. */
    boolean isFor(String caller) {
        return only.isEmpty() ? ofApi() || !caller.equals("reader") : only.contains(caller);
    }

    /** What this caller is to get. */
    String expected(Stage stage, String caller) {
        var all = answers.getOrDefault(stage, List.of());
        for (var answer : all) {
            if (answer.callers().contains(caller)) {
                return answer.outcome();
            }
        }
        return switch (caller) {
            case Callers.VISITOR, "disabled" -> "signIn";
            case "unfinished" -> "unfinished";
            case "viewing" -> reads() ? expected(stage, "juror") : "403";
            case "reader" -> reads() ? expected(stage, "superAdmin") : "403";
            default ->
                all.stream()
                        .filter(answer -> answer.callers().contains(AccessMatrix.EVERYBODY))
                        .map(Answer::outcome)
                        .findFirst()
                        .orElse("404");
        };
    }
}
