package org.regatta.jury;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;

/** Each new juror by itself, that nobody seats themselves, and that a jury has every person once and every label once. */
final class JurorCheck {

    private final Validator validator;
    private final Set<UUID> known;
    private final UUID actor;
    private final Set<UUID> persons = new HashSet<>();
    private final Set<String> labels = new HashSet<>();

    /**
     * For additions to a jury.
     *
     * @param known who of them is a person of this site
     * @param present who is in the jury already
     * @param actor who adds them: a seat comes with rights, and those nobody takes by their own hand
     */
    JurorCheck(Validator validator, Set<UUID> known, List<JurorView> present, UUID actor) {
        this.validator = validator;
        this.known = known;
        this.actor = actor;
        present.forEach(juror -> {
            persons.add(juror.personId());
            labels.add(juror.label());
        });
    }

    /** Refuses all of them if one is wrong. */
    void require(List<NewJuror> jurors) {
        var findings = InvalidInput.violations(validator, jurors, at -> "jurors[" + at + "].");
        if (findings.isEmpty()) {
            findings = repetitions(jurors);
        }
        if (!findings.isEmpty()) {
            throw new InvalidInput("Some jurors are wrong; none was added.", findings);
        }
    }

    private List<Finding> repetitions(List<NewJuror> jurors) {
        var findings = new ArrayList<Finding>();
        for (int at = 0; at < jurors.size(); at++) {
            var juror = jurors.get(at);
            var place = "jurors[" + at + "].";
            if (!known.contains(juror.personId())) {
                findings.add(new Finding(place + "personId", "Nobody has this id.", "Name a person of this site."));
            } else if (juror.personId().equals(actor)) {
                findings.add(new Finding(
                        place + "personId",
                        "You cannot seat yourself in a jury.",
                        "Ask somebody else who runs the competition to add you."));
            } else if (!persons.add(juror.personId())) {
                findings.add(new Finding(
                        place + "personId", "This person is in the jury already.", "Name every person once."));
            }
            if (!labels.add(juror.label())) {
                findings.add(new Finding(
                        place + "label",
                        "The label \"" + juror.label() + "\" is taken.",
                        "Give every juror a label of their own."));
            }
        }
        return findings;
    }
}
