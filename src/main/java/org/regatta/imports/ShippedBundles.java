package org.regatta.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The bundles that come with Regatta, ready to be imported. */
@Component
public class ShippedBundles {

    private static final String ROOT = "classpath:bundles/";

    private final PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();

    /** The names of all shipped bundles, in alphabetical order. */
    public List<String> names() {
        try {
            var names = new ArrayList<String>();
            for (var plan : resources.getResources("classpath*:bundles/*/competition.yaml")) {
                var path = plan.getURL().getPath().split("/");
                names.add(path[path.length - 2]);
            }
            return names.stream().distinct().sorted().toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * The files of a bundle.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public List<ImportFile> files(String name) {
        if (!names().contains(name)) {
            throw new IllegalArgumentException("No bundle is called " + name);
        }
        var files = new ArrayList<ImportFile>();
        for (var file : List.of("competition.yaml", "projects.csv", "recusals.csv", "scores.csv")) {
            var resource = resources.getResource(ROOT + name + "/" + file);
            if (resource.exists()) {
                files.add(new ImportFile(file, resource));
            }
        }
        return files;
    }
}
