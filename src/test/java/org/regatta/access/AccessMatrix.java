package org.regatta.access;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.regatta.access.MatrixRow.Answer;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/** Reads {@code access-matrix.yaml}; what it means is said there. */
final class AccessMatrix {

    /** Everybody who has signed in for good and is not named. */
    static final String EVERYBODY = "*";

    /** The stage does not matter. */
    private static final String ANY = "any";

    private static final List<String> BODIES = List.of("json", "form", "xml", "upload");

    private final Map<String, List<String>> groups = new HashMap<>();
    private final List<MatrixRow> rows = new ArrayList<>();

    private AccessMatrix(Map<String, Map<String, Object>> file) {
        file.getOrDefault("groups", Map.of()).forEach((name, members) -> groups.put(name, members(members.toString())));
        file.getOrDefault("rows", Map.of()).forEach((title, row) -> rows.add(row(title, cells(row))));
    }

    static AccessMatrix read() throws IOException {
        var strict = new LoaderOptions();
        strict.setAllowDuplicateKeys(false);
        try (var file = new ClassPathResource("access-matrix.yaml").getInputStream()) {
            return new AccessMatrix(new Yaml(strict).load(file));
        }
    }

    /** The rows, in the order of the file. */
    List<MatrixRow> rows() {
        return rows;
    }

    /** Every name that stands for a caller somewhere. */
    List<String> named() {
        return rows.stream()
                .flatMap(row -> row.answers().values().stream())
                .flatMap(List::stream)
                .flatMap(answer -> answer.callers().stream())
                .distinct()
                .toList();
    }

    private static Map<String, String> cells(Object row) {
        var cells = new HashMap<String, String>();
        ((Map<?, ?>) row).forEach((name, cell) -> cells.put(name.toString(), cell.toString()));
        return cells;
    }

    private MatrixRow row(String title, Map<String, String> cells) {
        var type = BODIES.stream().filter(cells::containsKey).findFirst().orElse("");
        return new MatrixRow(
                title,
                with(cells.getOrDefault("with", "")),
                cells.getOrDefault("query", ""),
                cells.get(type),
                type,
                words(cells.getOrDefault("only", "")),
                cells.containsKey(ANY),
                answers(title, cells));
    }

    private static Map<String, String> with(String cell) {
        var with = new HashMap<String, String>();
        for (var one : words(cell)) {
            var parts = one.split("=", 2);
            with.put(parts[0], parts[1]);
        }
        return with;
    }

    private Map<Stage, List<Answer>> answers(String title, Map<String, String> cells) {
        var answers = new EnumMap<Stage, List<Answer>>(Stage.class);
        cells.forEach((name, cell) -> {
            if (!List.of("with", "query", "only", ANY).contains(name) && !BODIES.contains(name)) {
                stages(title, name).forEach(stage -> answers.put(stage, answers(title, cell)));
            }
        });
        if (cells.containsKey(ANY)) {
            var otherwise = answers(title, cells.get(ANY));
            for (var stage : Stage.values()) {
                answers.merge(
                        stage,
                        otherwise,
                        (special, all) ->
                                Stream.concat(special.stream(), all.stream()).toList());
            }
        }
        if (answers.isEmpty()) {
            throw new IllegalArgumentException(title + " says of no stage who gets in");
        }
        return answers;
    }

    private static List<Stage> stages(String title, String names) {
        return words(names.replace(',', ' ')).stream()
                .map(name -> stage(title, name))
                .toList();
    }

    private static Stage stage(String title, String name) {
        try {
            return Stage.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(title + " has no cell or stage " + name, unknown);
        }
    }

    private List<Answer> answers(String title, String cell) {
        return Arrays.stream(cell.split(";"))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(part -> {
                    var outcome = words(part).getFirst();
                    if (!outcome.matches("ok|signIn|unfinished|4\\d\\d|503")) {
                        throw new IllegalArgumentException(title + " knows no outcome " + outcome);
                    }
                    return new Answer(outcome, members(part.substring(outcome.length())));
                })
                .toList();
    }

    private List<String> members(String names) {
        return words(names).stream()
                .flatMap(name -> groups.getOrDefault(name, List.of(name)).stream())
                .toList();
    }

    private static List<String> words(String cell) {
        return Arrays.stream(cell.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
