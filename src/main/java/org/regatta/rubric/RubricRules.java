package org.regatta.rubric;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;

/** Which rubrics make sense; places are {@code key}, {@code criteria[2].max} and the like. */
final class RubricRules {

    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
    /** A criterion's key is also the name of a form field, which takes no hyphen. */
    private static final Pattern CRITERION_KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,59}");

    /** In a form the comment stands beside the criteria. */
    private static final String RESERVED_KEY = "comment";

    private static final int MOST_CRITERIA = 50;
    private static final int MOST_OPTIONS = 50;
    private static final int LONGEST_NAME = 200;

    private final List<Finding> findings = new ArrayList<>();

    private RubricRules() {}

    /** Goes on only if the rubric makes sense. */
    static void check(NewRubric rubric) {
        var rules = new RubricRules();
        rules.rubric(rubric);
        if (!rules.findings.isEmpty()) {
            throw new InvalidInput("The rubric cannot be used like this.", List.copyOf(rules.findings));
        }
    }

    private void rubric(NewRubric rubric) {
        when(
                !KEY.matcher(rubric.key()).matches(),
                "key",
                "This cannot be the key of a rubric.",
                "Use 1 to 60 lower-case letters, digits and hyphens.");
        named("name", rubric.name());
        text("guidance", rubric.guidance());
        when(
                rubric.criteria().isEmpty() || rubric.criteria().size() > MOST_CRITERIA,
                "criteria",
                "The rubric has " + rubric.criteria().size() + " criteria.",
                "Give 1 to " + MOST_CRITERIA + ".");
        var keys = new HashSet<String>();
        for (int i = 0; i < rubric.criteria().size(); i++) {
            var criterion = rubric.criteria().get(i);
            var place = "criteria[" + i + "]";
            when(
                    !keys.add(criterion.key()),
                    place + ".key",
                    "Another criterion has the same key.",
                    "Give each criterion a key of its own.");
            criterion(place, criterion);
        }
    }

    private void criterion(String place, CriterionView criterion) {
        when(
                !CRITERION_KEY.matcher(criterion.key()).matches(),
                place + ".key",
                "This cannot be the key of a criterion.",
                "Use 1 to 60 letters, digits and underscores, a letter first.");
        when(
                criterion.key().equals(RESERVED_KEY),
                place + ".key",
                "Every evaluation has a comment already.",
                "Choose another key.");
        named(place + ".label", criterion.label());
        text(place + ".guidance", criterion.guidance());
        number(place + ".weight", criterion.weight());
        when(
                criterion.weight().signum() < 0,
                place + ".weight",
                "The weight is negative.",
                "Give 0 to leave the criterion out of the total, or more.");
        when(
                criterion.kind() == CriterionKind.TEXT && criterion.weight().signum() > 0,
                place + ".weight",
                "A text cannot count.",
                "Give a text the weight 0.");
        number(place + ".min", criterion.min());
        number(place + ".max", criterion.max());
        number(place + ".step", criterion.step());
        when(
                criterion.kind() != CriterionKind.CHOICE && !criterion.options().isEmpty(),
                place + ".options",
                "Only a choice has options.",
                "Leave them out or make it a CHOICE.");
        kind(place, criterion);
    }

    private void kind(String place, CriterionView criterion) {
        when(
                criterion.kind() != CriterionKind.TEXT && criterion.forTeam(),
                place + ".forTeam",
                "Only a text is written to the team.",
                "Leave it out or make it a TEXT.");
        switch (criterion.kind()) {
            case NUMBER -> scale(place, criterion);
            case CHOICE -> options(place, criterion);
            case YES_NO -> apart(place + ".max", criterion);
            case TEXT -> {}
        }
    }

    private void scale(String place, CriterionView criterion) {
        var min = criterion.min();
        var max = criterion.max();
        var step = criterion.step();
        if (min == null || max == null) {
            when(true, place + (min == null ? ".min" : ".max"), "The scale has no end.", "Give min and max.");
            return;
        }
        when(min.compareTo(max) >= 0, place + ".max", "The scale is empty.", "Let it end above where it begins.");
        when(step != null && step.signum() <= 0, place + ".step", "The step is not positive.", "Give more than 0.");
        when(
                step != null
                        && step.signum() > 0
                        && max.subtract(min).remainder(step).signum() != 0,
                place + ".step",
                "The steps do not meet max.",
                "Give a step that divides the distance from min to max.");
    }

    private void options(String place, CriterionView criterion) {
        var options = criterion.options();
        when(
                options.size() < 2 || options.size() > MOST_OPTIONS,
                place + ".options",
                "There are " + options.size() + " options.",
                "Give 2 to " + MOST_OPTIONS + ".");
        var values = new HashSet<String>();
        for (int i = 0; i < options.size(); i++) {
            var option = options.get(i);
            named(place + ".options[" + i + "].value", option.value());
            named(place + ".options[" + i + "].label", option.label());
            number(place + ".options[" + i + "].points", option.points());
            when(
                    !values.add(option.value()),
                    place + ".options[" + i + "].value",
                    "Another option has the same value.",
                    "Give each option a value of its own.");
        }
        apart(place + ".options", criterion);
    }

    private void apart(String place, CriterionView criterion) {
        when(
                criterion.counts() && criterion.lowest().compareTo(criterion.highest()) == 0,
                place,
                "Every answer is worth the same.",
                "Give different points, or the weight 0.");
    }

    private void number(String place, @Nullable BigDecimal number) {
        when(
                number != null && ScoreRules.absurd(number),
                place,
                "The number has too many digits.",
                "Use at most 12 digits before the point and 6 after it.");
    }

    private void named(String place, String name) {
        when(
                name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl),
                place,
                "This is empty, too long or contains control characters.",
                "Use 1 to " + LONGEST_NAME + " printable characters.");
    }

    private void text(String place, String text) {
        when(
                text.length() > ScoreRules.LONGEST_TEXT || text.indexOf('\0') >= 0,
                place,
                "The text is too long or contains a character with code 0.",
                "Use at most " + ScoreRules.LONGEST_TEXT + " characters.");
    }

    private void when(boolean wrong, String place, String message, String remedy) {
        if (wrong) {
            findings.add(new Finding(place, message, remedy));
        }
    }
}
