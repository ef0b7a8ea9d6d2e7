package org.regatta.jury;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.regatta.shared.Finding;

/** A jury has every person once and every label once. */
final class JurorCheck {

    private final Set<UUID> known;
    private final Set<UUID> persons = new HashSet<>();
    private final Set<String> labels = new HashSet<>();

    JurorCheck(Set<UUID> known, List<JurorView> present) {
        this.known = known;
        present.forEach(juror -> {
            persons.add(juror.personId());
            labels.add(juror.label());
        });
    }

    List<Finding> findings(List<NewJuror> jurors) {
        var findings = new ArrayList<Finding>();
        for (int at = 0; at < jurors.size(); at++) {
            var juror = jurors.get(at);
            var place = "jurors[" + at + "].";
            if (!known.contains(juror.personId())) {
                findings.add(new Finding(place + "personId", "Nobody has this id.", "Name a person of this site."));
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
