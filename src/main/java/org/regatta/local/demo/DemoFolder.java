package org.regatta.local.demo;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.regatta.imports.ImportFile;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The files of one competition of the demo, below {@code demo/} on the class path: a bundle to import, and what has
 * happened in it since.
 *
 * @param name of the folder, and key of the competition
 */
record DemoFolder(String name) {

    private static final Pattern DAY = Pattern.compile("@day\\+(\\d{1,3})@");
    /** The same for all competitions. */
    private static final String COMMENTS = "comments.yaml";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What jurors write, by how they scored. */
    record Phrases(Map<String, List<String>> openings, Map<String, String> strengths, Map<String, String> weaknesses) {}

    /** The bundle, with its dates counted from this day. */
    List<ImportFile> bundle(LocalDate today) {
        var files = new ArrayList<ImportFile>();
        for (var file : List.of("competition.yaml", "projects.csv", "recusals.csv")) {
            if (resource(file).exists()) {
                var dated = DAY.matcher(text(file))
                        .replaceAll(hit ->
                                today.plusDays(Long.parseLong(hit.group(1))).toString());
                files.add(new ImportFile(file, new ByteArrayResource(dated.getBytes(StandardCharsets.UTF_8))));
            }
        }
        return files;
    }

    Conduct conduct() {
        return read("conduct.yaml", Conduct.class);
    }

    Phrases phrases() {
        return read(COMMENTS, Phrases.class);
    }

    private <T> T read(String file, Class<T> type) {
        var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
        return JSON.convertValue(yaml.<Object>load(text(file)), type);
    }

    private ClassPathResource resource(String file) {
        return new ClassPathResource("demo/" + (file.equals(COMMENTS) ? "" : name + "/") + file);
    }

    private String text(String file) {
        try {
            return resource(file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
