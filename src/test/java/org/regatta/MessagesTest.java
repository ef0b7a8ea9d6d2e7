package org.regatta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {

    private static final Pattern USED = Pattern.compile("#\\{([a-zA-Z][\\w.]*)[}(]");

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
    void leavesNoStraightApostropheThatAMessageFormatWouldSwallow() throws IOException {
        for (var name : new String[] {"messages", "messages_fr"}) {
            assertThat(bundle(name).values()).noneMatch(text -> text.toString().contains("'"));
        }
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
