package org.regatta.story;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * What server processes are started from: the tests' own class path with its folders as archives, because the Java machine
 * keeps prepared classes of archives only. A start from classes prepared by a newer one costs half of the processor.
 */
final class ServerClasses {

    private static final Path FOLDER = Path.of("target", "servers-" + System.getProperty("regatta.tests.fork", "0"));
    private static final Path PREPARED = FOLDER.resolve("classes.cache");

    /** Of JEP 514: linked classes and the objects of their start too, where older machines only keep the classes. */
    private static final boolean CACHES = Runtime.version().feature() >= 25;

    private static final String PATH = path();

    private ServerClasses() {}

    /** The class path. */
    static String classPath() {
        return PATH;
    }

    /** What a server is started with that prepares its classes for the next as it ends in order. */
    static List<String> preparing() {
        return CACHES ? List.of("-XX:AOTCacheOutput=" + PREPARED) : List.of("-XX:ArchiveClassesAtExit=" + PREPARED);
    }

    /** What a server is started with to find its classes prepared, if they are. */
    static List<String> prepared() {
        if (!Files.exists(PREPARED)) {
            return List.of();
        }
        return CACHES ? List.of("-XX:AOTCache=" + PREPARED) : List.of("-XX:SharedArchiveFile=" + PREPARED);
    }

    private static String path() {
        var parts = new ArrayList<String>();
        try {
            Files.createDirectories(FOLDER);
            Files.deleteIfExists(PREPARED);
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
