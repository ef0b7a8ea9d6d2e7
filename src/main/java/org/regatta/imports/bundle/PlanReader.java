package org.regatta.imports.bundle;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.regatta.identity.Role;
import org.regatta.imports.bundle.CompetitionPlan.Head;
import org.regatta.imports.bundle.CompetitionPlan.Juror;
import org.regatta.imports.bundle.CompetitionPlan.Jury;
import org.regatta.imports.bundle.CompetitionPlan.Program;
import org.regatta.imports.bundle.CompetitionPlan.Staff;
import org.regatta.imports.text.Findings;
import org.regatta.imports.text.YamlMap;

/** Reads {@code competition.yaml} as a whole. */
final class PlanReader {

    static final int NAME = 200;
    static final int PROSE = 20_000;

    private static final String FORMAT = "regatta/1";
    private static final int MAX_EMAIL = 320;
    private static final int MAX_LABEL = 40;
    private static final int WEIGHT_DIGITS = 12;
    private static final Pattern EMAIL =
            Pattern.compile("[\\x21-\\x7e&&[^@<>\"(),:;\\[\\]\\\\]]+@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*");

    private final Findings findings;

    PlanReader(Findings findings) {
        this.findings = findings;
    }

    /** Whether this can be an e-mail address. */
    static boolean isEmail(String text) {
        return text.length() <= MAX_EMAIL && EMAIL.matcher(text).matches();
    }

    CompetitionPlan read(YamlMap root) {
        root.allow("format", "program", "competition", "staff", "rubrics", "scoringPolicies", "juries", "rounds");
        var format = root.text("format", NAME);
        if (!format.isEmpty() && !format.equals(FORMAT)) {
            findings.add(
                    root.spot("format"),
                    "The format " + Findings.quoted(format) + " is unknown.",
                    "Write " + FORMAT + ", which this version reads.");
        }
        var head = head(root);
        var plan = new CompetitionPlan(
                program(root),
                head,
                root.maps("staff", false).stream().map(this::staff).toList(),
                new RubricsReader(findings).read(root),
                new PoliciesReader(findings).read(root),
                juries(root),
                new RoundsReader(new LocalTimes(head.zone(), findings), findings).read(root));
        new PlanCheck(plan, findings).check();
        return plan;
    }

    private Program program(YamlMap root) {
        var program = root.map("program");
        if (program == null) {
            return new Program("", null, "", root.spot());
        }
        program.allow("key", "name", "description");
        return new Program(
                program.key("key"),
                program.optionalText("name", NAME),
                program.prose("description", PROSE),
                program.spot("key"));
    }

    private Head head(YamlMap root) {
        var head = root.map("competition");
        if (head == null) {
            return new Head("", "", "", ZoneId.of("UTC"), false, root.spot());
        }
        head.allow("key", "name", "description", "zone", "fourEyes");
        return new Head(
                head.key("key"),
                head.text("name", NAME),
                head.prose("description", PROSE),
                LocalTimes.zone(head, "zone", findings),
                head.flag("fourEyes", false),
                head.spot("key"));
    }

    private Staff staff(YamlMap staff) {
        staff.allow("email", "name", "role", "scope");
        var email = email(staff);
        var role = staff.oneOf("role", Role.class);
        if (role == Role.SUPER_ADMIN) {
            findings.add(
                    staff.spot("role"),
                    "A bundle cannot make anybody SUPER_ADMIN.",
                    "Choose a role of the program, such as PROGRAM_ADMIN.");
        }
        var scope = staff.optionalText("scope", 20);
        if (scope != null
                && !scope.isEmpty()
                && !List.of("program", "competition").contains(scope)) {
            findings.add(
                    staff.spot("scope"),
                    Findings.quoted(scope) + " is not a scope.",
                    "Write program or competition; left out, the role holds in this competition only.");
        }
        return new Staff(
                email, name(staff, email), role == null ? Role.OBSERVER : role, "program".equals(scope), staff.spot());
    }

    private List<Jury> juries(YamlMap root) {
        var juries = new ArrayList<Jury>();
        for (var jury : root.maps("juries", false)) {
            jury.allow("key", "name", "jurors");
            juries.add(new Jury(
                    jury.key("key"),
                    jury.text("name", NAME),
                    jury.maps("jurors", true).stream().map(this::juror).toList(),
                    jury.spot("key")));
        }
        return juries;
    }

    private Juror juror(YamlMap juror) {
        juror.allow("label", "email", "name", "weight", "chairs");
        var email = email(juror);
        var weight = juror.number("weight", WEIGHT_DIGITS, BigDecimal.ONE);
        if (weight.signum() <= 0) {
            findings.add(juror.spot("weight"), "A juror's weight must be above 0.", "Leave it out for the weight 1.");
        }
        return new Juror(
                juror.text("label", MAX_LABEL),
                email,
                name(juror, email),
                weight,
                juror.flag("chairs", false),
                juror.spot());
    }

    private String email(YamlMap from) {
        var email = from.text("email", MAX_EMAIL);
        if (!email.isEmpty() && !isEmail(email)) {
            findings.add(
                    from.spot("email"),
                    Findings.quoted(email) + " is not an e-mail address.",
                    "Write it like name@example.org.");
            return "";
        }
        return email.toLowerCase(Locale.ROOT);
    }

    private String name(YamlMap from, String email) {
        var name = from.optionalText("name", NAME);
        return name == null || name.isEmpty() ? nameOf(email) : name;
    }

    /** What somebody is called who is known by address only. */
    static String nameOf(String email) {
        int at = email.indexOf('@');
        var local = at < 0 ? email : email.substring(0, at);
        return local.length() <= NAME ? local : local.substring(0, NAME);
    }
}
