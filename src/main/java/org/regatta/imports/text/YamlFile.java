package org.regatta.imports.text;

import java.io.StringReader;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionEndEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.reader.ReaderException;

/** Reads YAML into a tree that knows its lines; never constructs anything from a tag. */
public final class YamlFile {

    private static final int MAX_BYTES = 1 << 20;
    private static final int MAX_DEPTH = 20;

    private YamlFile() {}

    /** The mapping a file consists of; null, and findings, if it is not YAML or something else. */
    public static @Nullable YamlMap read(RawFile file, Findings findings) {
        if (file.bytes().length > MAX_BYTES) {
            findings.add(
                    Spot.startOf(file.name()),
                    "The file is larger than 1 MB.",
                    "Projects, recusals and scores belong into CSV files; the YAML file describes the competition only.");
            return null;
        }
        var text = file.text(findings);
        return text == null ? null : read(file.name(), text, findings);
    }

    private static @Nullable YamlMap read(String name, String text, Findings findings) {
        try {
            if (!plain(name, text, findings)) {
                return null;
            }
            var root = yaml().compose(new StringReader(text));
            if (root == null) {
                findings.add(Spot.startOf(name), "The file is empty.", "Describe the competition in it.");
                return null;
            }
            return new YamlValue(name, root, findings).map();
        } catch (MarkedYAMLException broken) {
            findings.add(spot(name, broken.getProblemMark()), said(broken.getProblem()), remedy());
        } catch (ReaderException broken) {
            findings.add(
                    spotAt(name, text, broken.getPosition()),
                    String.format("The character U+%04X is not allowed in YAML.", broken.getCodePoint()),
                    "Remove it.");
        } catch (YAMLException broken) {
            findings.add(Spot.startOf(name), said(broken.getMessage()), remedy());
        }
        return null;
    }

    /** Event by event, before anything is built: aliases can unfold to any size, and depth costs time by its square. */
    private static boolean plain(String name, String text, Findings findings) {
        boolean plain = true;
        int depth = 0;
        for (Event event : yaml().parse(new StringReader(text))) {
            if (event instanceof AliasEvent alias) {
                findings.add(
                        spot(name, alias.getStartMark()),
                        "The alias *" + alias.getAnchor() + " is not supported.",
                        "Write out what it stands for.");
                plain = false;
            } else if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
                findings.add(
                        spot(name, event.getStartMark()),
                        "Lists and mappings are nested more than " + MAX_DEPTH + " deep.",
                        "A bundle needs six levels at most; check the brackets.");
                return false;
            } else if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
        return plain;
    }

    private static Yaml yaml() {
        var options = new LoaderOptions();
        options.setMaxAliasesForCollections(0);
        options.setAllowRecursiveKeys(false);
        options.setNestingDepthLimit(MAX_DEPTH);
        options.setCodePointLimit(MAX_BYTES);
        options.setProcessComments(false);
        return new Yaml(new SafeConstructor(options));
    }

    static Spot spot(String name, @Nullable Mark mark) {
        return mark == null ? Spot.startOf(name) : new Spot(name, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static Spot spotAt(String name, String text, int position) {
        var before = text.substring(0, Math.min(Math.max(position, 0), text.length()));
        int line = (int) before.chars().filter(character -> character == '\n').count() + 1;
        return new Spot(name, line, before.length() - before.lastIndexOf('\n'));
    }

    private static String said(@Nullable String problem) {
        return "This is not YAML: "
                + (problem == null
                        ? "it cannot be read"
                        : problem.lines().findFirst().orElse("")) + ".";
    }

    private static String remedy() {
        return "Check indentation, colons and quotes on this line and the one before.";
    }
}
