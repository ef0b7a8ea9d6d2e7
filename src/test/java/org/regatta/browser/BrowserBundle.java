package org.regatta.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The regional prize under names of its own, as files to upload. */
final class BrowserBundle {

    static final String DOMAIN = "browser.example";

    private static final Path SHIPPED = Path.of("src", "main", "resources", "bundles", "regional-innovation-prize");

    private BrowserBundle() {}

    /** The files for a file input; {@code spoilt} has a project number twice. */
    static Path[] files(Path folder, boolean spoilt) {
        return List.of("competition.yaml", "projects.csv", "recusals.csv").stream()
                .map(name -> copy(name, folder, spoilt))
                .toArray(Path[]::new);
    }

    private static Path copy(String name, Path folder, boolean spoilt) {
        try {
            var text = Files.readString(SHIPPED.resolve(name))
                    .replace("regional-innovation-prize", "browser-prize")
                    .replace("regional-innovation", "browser-program")
                    .replace("prize.example", DOMAIN);
            return Files.writeString(
                    folder.resolve(name),
                    spoilt && name.startsWith("projects") ? text.replace("T-02,", "T-01,") : text);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
