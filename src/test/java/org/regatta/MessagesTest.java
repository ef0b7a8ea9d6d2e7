package org.regatta;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.regatta.house.EventTypes;
import org.regatta.house.Spoken;

class MessagesTest {

    private static final Pattern USED = Pattern.compile("#\\{([a-zA-Z][\\w.]*)[}(]");

    private static final Pattern BREAKS_BEFORE_PUNCTUATION = Pattern.compile(" [:;?!»](\\s|$)|« ");

    /** Texts of forms that the server fills in for each task. */
    private static final List<String> FILLED_IN = List.of("releaseZone.text");

    /** Read by operators in the log of a start, by programmers in the API's description, or on one machine only. */
    private static final List<String> NOT_FOR_READERS =
            List.of("/ops/", "/local/", "OpenApiConfiguration", "verify/Checkpoint");

    /** A named node of a model. */
    private static final Pattern STEP = Pattern.compile(
            "<(?:bpmn:)?\\w*(?:Task|task|Activity|Gateway|Event|subProcess)\\s(?=[^>]*\\bname=)[^>]*\\bid=\"(\\w+)\"");

    private static final Pattern WAY = Pattern.compile("<(?:bpmn:)?sequenceFlow [^>]*\\bname=\"([^\"]+)\"");

    @Test
    void saysInFrenchWhateverItSaysInEnglish() throws IOException {
        assertThat(new TreeSet<>(bundle("messages_fr").stringPropertyNames()))
                .isEqualTo(new TreeSet<>(bundle("messages").stringPropertyNames()));
    }

    @Test
    void saysNothingTwice() throws IOException {
        for (var name : new String[] {"messages", "messages_fr"}) {
            assertThat(lines(name)
                            .filter(line -> line.contains("=") && !line.startsWith("#"))
                            .map(line -> line.substring(0, line.indexOf('='))))
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void keepsFrenchPunctuationOnTheLineOfItsWord() throws IOException {
        var spoken = Stream.concat(
                lines("messages_fr")
                        .filter(line -> line.contains("=") && !line.startsWith("#"))
                        .map(line -> line.substring(line.indexOf('=') + 1)),
                Files.readAllLines(Path.of("src", "main", "resources", "sentences_fr.txt")).stream()
                        .filter(line -> line.startsWith("    "))
                        .map(String::strip));
        assertThat(spoken.filter(text -> BREAKS_BEFORE_PUNCTUATION.matcher(text).find()))
                .as("a no-break space before : and », a narrow one before ; ? and !, a no-break space after «")
                .isEmpty();
    }

    @Test
    void namesEverythingTheAuditLogTells() throws IOException {
        var known = bundle("messages").stringPropertyNames();
        assertThat(EventTypes.all())
                .hasSizeGreaterThan(100)
                .allSatisfy(type -> assertThat(known).contains("audit." + type));
    }

    @Test
    void hasEveryMessageThePagesName() throws IOException {
        var known = bundle("messages").stringPropertyNames();
        var unknown = new TreeSet<String>();
        try (var pages = Files.walk(Path.of("src", "main", "resources", "templates"))) {
            for (var page : pages.filter(Files::isRegularFile).toList()) {
                USED.matcher(Files.readString(page))
                        .results()
                        .map(found -> found.group(1))
                        .filter(key -> !known.contains(key))
                        .forEach(key -> unknown.add(page.getFileName() + ": " + key));
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void saysEverySentenceOfTheCodeInFrench() throws IOException {
        var known = new TreeSet<>(Files.readAllLines(Path.of("src", "main", "resources", "sentences_fr.txt")));
        var unknown = new TreeSet<String>();
        Spoken.in(
                        Path.of("src", "main", "java"),
                        path -> NOT_FOR_READERS.stream().noneMatch(path::contains))
                .forEach((sentence, file) -> {
                    if (!known.contains(sentence)) {
                        unknown.add(file + ": " + sentence);
                    }
                });
        assertThat(unknown)
                .as("sentences without French; put each into sentences_fr.txt as it stands here, its French below")
                .isEmpty();
    }

    /** The words of shipped forms: {@code form.<form>.<component>.label} and so on, see TaskForms. */
    @Test
    void saysEveryWordOfTheFormsInFrench() throws IOException {
        var known = bundle("messages_fr").stringPropertyNames();
        var unknown = new TreeSet<String>();
        try (var forms = Files.walk(Path.of("forms"))) {
            for (var form :
                    forms.filter(file -> file.toString().endsWith(".form")).toList()) {
                var schema = new ObjectMapper().readTree(form.toFile());
                words(schema).stream()
                        .filter(word -> !FILLED_IN.contains(word))
                        .filter(word -> !known.contains("form." + word)
                                && !known.contains("form." + schema.path("id").asText() + "." + word))
                        .forEach(word -> unknown.add(form.getFileName() + ": " + word));
            }
        }
        assertThat(unknown).isEmpty();
    }

    /** What the board draws and the history tells: {@code task.<id>} for people, {@code step.<id>} for the rest. */
    @Test
    void namesEveryStepOfTheProcessesInFrench() throws IOException {
        var known = bundle("messages_fr").stringPropertyNames();
        var unknown = new TreeSet<String>();
        try (var models = Files.walk(Path.of("processes"))) {
            for (var model :
                    models.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                STEP.matcher(Files.readString(model))
                        .results()
                        .map(found -> found.group(1))
                        .filter(id -> !known.contains("task." + id) && !known.contains("step." + id))
                        .forEach(id -> unknown.add(model.getFileName() + ": " + id));
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void namesEveryWayOfTheDiagramsInFrench() throws IOException {
        var known = Files.readAllLines(Path.of("src", "main", "resources", "sentences_fr.txt"));
        var unknown = new TreeSet<String>();
        try (var models = Files.walk(Path.of("processes"))) {
            for (var model :
                    models.filter(file -> file.toString().endsWith(".bpmn")).toList()) {
                WAY.matcher(Files.readString(model))
                        .results()
                        .map(found -> found.group(1))
                        .filter(name -> !known.contains(name))
                        .forEach(name -> unknown.add(model.getFileName() + ": " + name));
            }
        }
        assertThat(unknown).isEmpty();
    }

    @Test
    void leavesNoStraightApostropheThatAMessageFormatWouldSwallow() throws IOException {
        for (var name : new String[] {"messages", "messages_fr"}) {
            assertThat(bundle(name).values()).noneMatch(text -> text.toString().contains("'"));
        }
    }

    private static List<String> words(JsonNode parent) {
        var words = new ArrayList<String>();
        for (var component : parent.path("components")) {
            var id = component.path("id").asText() + ".";
            Stream.of("label", "text", "description").filter(component::has).forEach(word -> words.add(id + word));
            component
                    .path("values")
                    .forEach(value -> words.add(id + value.path("value").asText()));
            words.addAll(words(component));
        }
        return words;
    }

    private static Properties bundle(String name) throws IOException {
        var bundle = new Properties();
        try (var reader = Files.newBufferedReader(file(name), StandardCharsets.UTF_8)) {
            bundle.load(reader);
        }
        return bundle;
    }

    private static Stream<String> lines(String name) throws IOException {
        return Files.readAllLines(file(name), StandardCharsets.UTF_8).stream();
    }

    private static Path file(String name) {
        return Path.of("src", "main", "resources", name + ".properties");
    }
}
