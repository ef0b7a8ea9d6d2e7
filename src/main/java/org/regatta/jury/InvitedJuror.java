package org.regatta.jury;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.NewPerson;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;

/**
 * Somebody to be added to a jury, named by id or by address.
 *
 * @param personId null where the address is given
 * @param email made known to the site if nobody has it; null where the id is given
 * @param name for somebody who is not known yet; null: what stands before the @
 * @param label how this juror is named where names are not shown; unique in the jury
 * @param weight of this juror's scores under a weighted mean
 */
public record InvitedJuror(
        @Nullable UUID personId,
        @Nullable String email,
        @Nullable String name,
        String label,
        BigDecimal weight,
        boolean chairs) {

    /**
     * Those who are named by address.
     *
     * @throws InvalidInput naming each who is named by neither or by both
     */
    static List<NewPerson> newcomers(List<InvitedJuror> jurors) {
        var findings = new ArrayList<Finding>();
        var newcomers = new ArrayList<NewPerson>();
        for (int at = 0; at < jurors.size(); at++) {
            var juror = jurors.get(at);
            var email = juror.email();
            if ((juror.personId() == null) == (email == null)) {
                findings.add(new Finding(
                        "jurors[" + at + "].email",
                        "The juror is named by no id and no address, or by both.",
                        "Give one of the two."));
            } else if (email != null) {
                var name = juror.name();
                newcomers.add(new NewPerson(email, name == null ? email.replaceAll("@.*", "") : name));
            }
        }
        if (!findings.isEmpty()) {
            throw new InvalidInput("Some jurors are wrong; none was added.", findings);
        }
        return newcomers;
    }
}
