package org.regatta.identity.invitation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.invitation.InviteList.Line;
import org.regatta.shared.Finding;

/** What is wrong with lines of an invitation, each finding at its line. */
final class InviteRules {

    static final int MOST_LINES = 1_000;

    private static final Pattern ADDRESS =
            Pattern.compile("[\\x21-\\x7e&&[^@<>\"(),:;\\[\\]\\\\]]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?");
    private static final int LONGEST_ADDRESS = 320;
    private static final int LONGEST_NAME = 200;
    /** Where the addresses of people are that asked to be forgotten. */
    private static final String NOWHERE = ".invalid";

    private final List<Finding> findings = new ArrayList<>();
    private final Map<String, Integer> addresses = new HashMap<>();
    private final Map<String, Integer> mailboxes = new HashMap<>();

    private InviteRules() {}

    static List<Finding> findings(List<Line> lines) {
        var rules = new InviteRules();
        if (lines.isEmpty()) {
            rules.add(1, "Nobody is named.", "Write a line for each person: address, name.");
        }
        if (lines.size() > MOST_LINES) {
            rules.add(
                    lines.get(MOST_LINES).number(),
                    "The list has more than " + MOST_LINES + " people.",
                    "Split it and invite them list by list.");
            return rules.findings;
        }
        lines.forEach(rules::check);
        return rules.findings;
    }

    private void check(Line line) {
        var wrong = address(line.email());
        if (wrong != null) {
            add(line.number(), wrong, "Write it like name@example.org, name.");
        } else {
            unique(line);
        }
        if (line.name().length() > LONGEST_NAME || !readable(line.name())) {
            add(
                    line.number(),
                    "The name is too long or holds signs that nobody can see.",
                    "Use 1 to 200 printable characters.");
        }
    }

    private static @Nullable String address(String email) {
        if (email.isEmpty()) {
            return "The address is missing.";
        }
        if (email.length() > LONGEST_ADDRESS) {
            return "The address is longer than 320 characters.";
        }
        if (email.chars().anyMatch(sign -> sign > 0x7e)) {
            return "The address holds letters that only look like those of an address.";
        }
        if (!ADDRESS.matcher(email).matches() || email.contains("..") || disguised(email)) {
            return "This is not an e-mail address.";
        }
        return null;
    }

    /** Letters of other scripts written in ASCII, and addresses where nobody is. */
    private static boolean disguised(String email) {
        var domain = email.substring(email.indexOf('@') + 1).toLowerCase(Locale.ROOT);
        return domain.startsWith("xn--")
                || domain.contains(".xn--")
                || domain.endsWith(NOWHERE)
                || !domain.contains(".");
    }

    private void unique(Line line) {
        var address = line.email().toLowerCase(Locale.ROOT);
        var same = addresses.putIfAbsent(address, line.number());
        if (same != null) {
            add(line.number(), "This address stands in line " + same + " already.", "Keep one of them.");
            return;
        }
        var near = mailboxes.putIfAbsent(mailbox(address), line.number());
        if (near != null) {
            add(
                    line.number(),
                    "This address reaches the same mailbox as that of line " + near + ".",
                    "Keep one of them: one person has one account.");
        }
    }

    /** {@code ada+jury@example.org} arrives where {@code ada@example.org} does. */
    private static String mailbox(String address) {
        return address.replaceFirst("\\+[^@]*@", "@");
    }

    private static boolean readable(String name) {
        return name.codePoints()
                .noneMatch(sign -> Character.isISOControl(sign)
                        || Character.getType(sign) == Character.FORMAT
                        || Character.getType(sign) == Character.UNASSIGNED
                        || Character.getType(sign) == Character.SURROGATE);
    }

    private void add(int line, String message, String remedy) {
        findings.add(new Finding("line " + line, message, remedy));
    }
}
