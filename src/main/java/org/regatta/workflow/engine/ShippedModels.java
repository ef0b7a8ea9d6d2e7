package org.regatta.workflow.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The models and forms that come with the program, from jar or folder under the same names. */
public final class ShippedModels {

    private final Map<String, byte[]> models;
    private final Set<String> forms;

    private ShippedModels(Map<String, byte[]> models, Set<String> forms) {
        this.models = models;
        this.forms = forms;
    }

    /** Everything below {@code processes/} and {@code forms/} on the class path. */
    public static ShippedModels onClassPath() {
        var models = new TreeMap<String, byte[]>();
        read("processes", "bpmn", models);
        read("processes", "dmn", models);
        var forms = new TreeMap<String, byte[]>();
        read("forms", "form", forms);
        var ids = forms.keySet().stream()
                .map(name -> name.substring(name.lastIndexOf('/') + 1, name.length() - ".form".length()))
                .collect(Collectors.toSet());
        return new ShippedModels(models, Set.copyOf(ids));
    }

    private static void read(String folder, String kind, Map<String, byte[]> into) {
        try {
            for (var file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/**/*." + kind)) {
                var path = file.getURL().getPath();
                into.put(
                        path.substring(path.lastIndexOf("/" + folder + "/") + folder.length() + 2),
                        file.getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The shipped models cannot be read", e);
        }
    }

    /** Models by their name, {@code evaluation/evaluateProject.bpmn}, sorted. */
    public Map<String, byte[]> models() {
        return new TreeMap<>(models);
    }

    /** Ids of the user tasks that have a form. */
    public Set<String> forms() {
        return forms;
    }
}
