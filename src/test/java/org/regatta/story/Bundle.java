package org.regatta.story;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.yaml.snakeyaml.Yaml;

/** A shipped bundle, with what its jurors will score. */
public record Bundle(String name) {

    private static final List<String> FILES = List.of("competition.yaml", "projects.csv", "recusals.csv");

    /** One answer of a juror. */
    public record Score(String round, String project, String juror, String criterion, String score) {}

    /** What is imported, as one ZIP; the scores are left to the jurors. */
    public byte[] zip() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var file : FILES) {
                zip.putNextEntry(new ZipEntry(file));
                zip.write(read(file).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return bytes.toByteArray();
    }

    /** E-mail addresses of all jurors by label. */
    public Map<String, String> jurors() {
        var jurors = new LinkedHashMap<String, String>();
        for (var jury : list(yaml(), "juries")) {
            for (var juror : list(jury, "jurors")) {
                jurors.put((String) juror.get("label"), (String) juror.get("email"));
            }
        }
        return jurors;
    }

    /** The address of the person who runs the competition. */
    public String admin() {
        return list(yaml(), "staff").stream()
                .filter(person -> person.get("role").equals("PROGRAM_ADMIN"))
                .map(person -> (String) person.get("email"))
                .findFirst()
                .orElseThrow();
    }

    /** Kinds of the criteria by key, over all rubrics. */
    public Map<String, String> criteria() {
        var kinds = new LinkedHashMap<String, String>();
        for (var rubric : list(yaml(), "rubrics")) {
            for (var criterion : list(rubric, "criteria")) {
                kinds.put((String) criterion.get("key"), (String) criterion.get("kind"));
            }
        }
        return kinds;
    }

    /** Every answer of every juror; an empty score is a recusal. */
    public List<Score> scores() {
        var only = criteria().keySet().iterator().next();
        return rows("scores.csv").stream()
                .filter(row -> !row.getField("score").isEmpty())
                .map(row -> new Score(
                        row.getField("round"),
                        row.getField("project"),
                        row.getField("juror"),
                        row.findField("criterion").orElse(only),
                        row.getField("score")))
                .toList();
    }

    /** Recused pairs as {@code project juror}. */
    public List<String> recusals() {
        return rows("recusals.csv").stream()
                .map(row -> row.getField("project") + " " + row.getField("juror"))
                .toList();
    }

    /** Rows of a file of the bundle. */
    public List<NamedCsvRecord> rows(String file) {
        try (var reader = CsvReader.builder().ofNamedCsvRecord(read(file))) {
            return new ArrayList<>(reader.stream().toList());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private String read(String file) {
        try (var stream = Bundle.class.getResourceAsStream("/bundles/" + name + "/" + file)) {
            if (stream == null) {
                throw new IllegalStateException("no " + file + " in bundle " + name);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Map<String, Object> yaml() {
        return new Yaml().load(read("competition.yaml"));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> parent, String key) {
        return (List<Map<String, Object>>) parent.getOrDefault(key, List.of());
    }
}
