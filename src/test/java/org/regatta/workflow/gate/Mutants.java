package org.regatta.workflow.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Documents broken in the ways files break: bytes, tags, attributes, references. */
final class Mutants {

    private static final List<String> SPLINTERS = List.of(
            "",
            "<",
            ">",
            "&",
            "\"",
            "${",
            "#{",
            "]]>",
            "<!--",
            "<!DOCTYPE a>",
            "<?a b?>",
            "\u0000",
            "é",
            "bpmn:",
            "xmlns=\"urn:a\"",
            "<bpmn:process/>",
            "id=\"\"");

    private Mutants() {}

    static byte[] of(String document, Random random) {
        var mutant = document;
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            mutant = once(mutant, random);
        }
        var bytes = mutant.getBytes(UTF_8);
        if (random.nextInt(5) == 0 && bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(20) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
    }

    private static String once(String document, Random random) {
        if (document.isEmpty()) {
            return "<";
        }
        int from = random.nextInt(document.length());
        int to = Math.min(document.length(), from + random.nextInt(80));
        var lines = document.split("\n", -1);
        int line = random.nextInt(lines.length);
        return switch (random.nextInt(6)) {
            case 0 -> document.substring(0, from) + document.substring(to);
            case 1 ->
                document.substring(0, from)
                        + SPLINTERS.get(random.nextInt(SPLINTERS.size()))
                        + document.substring(from);
            case 2 -> document.substring(0, to) + document.substring(from);
            case 3 -> without(lines, line);
            case 4 ->
                document.replaceFirst(
                        "\"[a-zA-Z]+\"(?=[^\"]*" + (random.nextInt(9) + 1) + ")", "\"x" + random.nextInt(9) + "\"");
            default -> swapped(lines, line, random.nextInt(lines.length));
        };
    }

    private static String without(String[] lines, int line) {
        lines[line] = "";
        return String.join("\n", lines);
    }

    private static String swapped(String[] lines, int one, int other) {
        var kept = lines[one];
        lines[one] = lines[other];
        lines[other] = kept;
        return String.join("\n", lines);
    }
}
