package org.regatta.workflow.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The small language of conditions inside <code>${…}</code>: variables, literals, comparisons, and, or, not,
 * parentheses. No properties, no calls, no arithmetic.
 */
final class Conditions {

    /** Names a variable may not have: they mean something else to the engine. */
    static final Set<String> RESERVED = Set.of(
            "execution",
            "task",
            "caseExecution",
            "externalTask",
            "authenticatedUserId",
            "instanceof",
            "empty",
            "div",
            "mod",
            "eq",
            "ne",
            "lt",
            "gt",
            "le",
            "ge",
            "and",
            "or",
            "not",
            "true",
            "false",
            "null");

    private static final Pattern VARIABLE = Pattern.compile("[a-z][A-Za-z0-9]{0,79}");
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(==|!=|<=|>=|<|>|&&|\\|\\||!|\\(|\\)|-?\\d{1,15}(?:\\.\\d{1,10})?|'[^'\\\\$#{}]{0,80}'|\"[^\"\\\\$#{}]{0,80}\"|[A-Za-z][A-Za-z0-9]{0,79})");
    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<=", ">=", "<", ">");
    private static final int MAX_LENGTH = 500;

    private final List<String> tokens;
    private int next;

    private Conditions(List<String> tokens) {
        this.tokens = tokens;
    }

    /** Whether {@code text} is <code>${condition}</code> in this language. */
    static boolean valid(String text) {
        var tokens = inside(text).map(Conditions::tokens).orElse(List.of());
        if (tokens.isEmpty()) {
            return false;
        }
        var parser = new Conditions(tokens);
        return parser.or() && parser.next == tokens.size();
    }

    /** Whether {@code text} is <code>${name}</code>, a single plain variable. */
    static boolean isVariable(String text) {
        return inside(text).filter(Conditions::isName).isPresent();
    }

    /** Whether this may be the name of a variable. */
    static boolean isName(String name) {
        return VARIABLE.matcher(name).matches() && !RESERVED.contains(name);
    }

    /** The name in <code>${name}</code>; empty where {@code text} is anything else. */
    static String name(String text) {
        return inside(text).filter(Conditions::isName).orElse("");
    }

    private static Optional<String> inside(String text) {
        return text.startsWith("${") && text.endsWith("}") && text.length() <= MAX_LENGTH
                ? Optional.of(text.substring(2, text.length() - 1))
                : Optional.empty();
    }

    private static List<String> tokens(String text) {
        var tokens = new ArrayList<String>();
        var matcher = TOKEN.matcher(text.stripTrailing());
        int at = 0;
        while (at < matcher.regionEnd()) {
            matcher.region(at, matcher.regionEnd());
            if (!matcher.lookingAt()) {
                return List.of();
            }
            tokens.add(matcher.group(1));
            at = matcher.end();
        }
        return tokens;
    }

    private boolean or() {
        boolean valid = and();
        while (valid && accept("or", "||")) {
            valid = and();
        }
        return valid;
    }

    private boolean and() {
        boolean valid = not();
        while (valid && accept("and", "&&")) {
            valid = not();
        }
        return valid;
    }

    private boolean not() {
        if (accept("not", "!")) {
            return not();
        }
        return comparison();
    }

    private boolean comparison() {
        if (!operand()) {
            return false;
        }
        if (next < tokens.size() && COMPARISONS.contains(tokens.get(next))) {
            next++;
            return operand();
        }
        return true;
    }

    private boolean operand() {
        if (next >= tokens.size()) {
            return false;
        }
        if (accept("(", "(")) {
            return or() && accept(")", ")");
        }
        var token = tokens.get(next++);
        char first = token.charAt(0);
        return first == '\''
                || first == '"'
                || first == '-'
                || Character.isDigit(first)
                || Set.of("true", "false", "null").contains(token)
                || isName(token);
    }

    private boolean accept(String word, String sign) {
        if (next < tokens.size()
                && (tokens.get(next).equals(word) || tokens.get(next).equals(sign))) {
            next++;
            return true;
        }
        return false;
    }
}
