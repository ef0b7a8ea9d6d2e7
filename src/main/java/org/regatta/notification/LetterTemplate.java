package org.regatta.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.regatta.shared.Finding;

/**
 * Text with placeholders such as <code>{{name}}</code>. Fills in words and does nothing else: template languages reach
 * into objects, and what organisers type must not.
 */
record LetterTemplate(String place, String text) {

    /** Gives nothing back once taken: a text that never closes a brace must not be tried over and over. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*+)}}");

    /** What is wrong with the text for a reader with these values. */
    List<Finding> findings(Map<String, String> values) {
        var findings = new ArrayList<Finding>();
        var matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            var name = matcher.group(1).strip();
            if (!values.containsKey(name)) {
                findings.add(new Finding(
                        place + ":" + line(matcher.start()),
                        "Nothing is known for the placeholder {{" + name + "}}.",
                        "Use one of " + known(values) + "."));
            }
        }
        var open = matcher.replaceAll("").indexOf("{{");
        if (open >= 0) {
            findings.add(new Finding(
                    place, "A placeholder is not closed.", "Write it like {{name}}, or remove the braces."));
        }
        return findings;
    }

    /** The text for this reader; what is unknown stays as it stands. */
    String filled(Map<String, String> values) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        values.getOrDefault(match.group(1).strip(), match.group())));
    }

    private int line(int position) {
        return (int) text.substring(0, position).chars().filter(c -> c == '\n').count() + 1;
    }

    private static String known(Map<String, String> values) {
        return String.join(
                ", ",
                new TreeSet<>(values.keySet())
                        .stream().map(key -> "{{" + key + "}}").toList());
    }
}
