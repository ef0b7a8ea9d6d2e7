package org.regatta.story;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * What server processes are started from: the tests' own class path with its folders as archives, because the Java machine
 * keeps prepared classes ({@link #prepared}) of archives only. A start from prepared classes costs half of the processor.
 */
final class ServerClasses {

    private static final Path FOLDER = Path.of("target", "servers-" + System.getProperty("regatta.tests.fork", "0"));
    private static final String PATH = path();

    private ServerClasses() {}

    /** The class path. */
    static String classPath() {
        return PATH;
    }

    /** Where a server that ends in order leaves its classes prepared for the next. */
    static Path prepared() {
        return FOLDER.resolve("classes.jsa");
    }

    private static String path() {
        var parts = new ArrayList<String>();
        try {
            Files.createDirectories(FOLDER);
            Files.deleteIfExists(prepared());
            for (var part : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                // an empty part is the folder the tests run in, which holds nothing of theirs
                if (!part.isEmpty()) {
                    var there = Path.of(part);
                    var jar = FOLDER.resolve(parts.size() + ".jar");
                    parts.add(Files.isDirectory(there) ? archive(there, jar).toString() : part);
                }
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return String.join(File.pathSeparator, parts);
    }

    private static Path archive(Path folder, Path jar) throws IOException {
        try (var out = new JarOutputStream(Files.newOutputStream(jar));
                var all = Files.walk(folder)) {
            out.setLevel(0);
            for (var file : all.toList()) {
                var name = folder.relativize(file).toString().replace(File.separatorChar, '/');
                if (!name.isEmpty()) {
                    out.putNextEntry(new JarEntry(Files.isDirectory(file) ? name + "/" : name));
                    if (Files.isRegularFile(file)) {
                        Files.copy(file, out);
                    }
                    out.closeEntry();
                }
            }
        }
        return jar;
    }
}
