package org.regatta.shared;

import jakarta.validation.ConstraintViolation;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The input is wrong in the places its findings name. */
public class InvalidInput extends Problem {

    /** All findings of one input. */
    public InvalidInput(String message, List<Finding> findings) {
        super(Kind.INVALID, message, findings);
    }

    /** A single finding. */
    public InvalidInput(Finding finding) {
        this(finding.message(), List.of(finding));
    }

    /**
     * Refuses what bean validation found wrong, one finding per field.
     *
     * @param violations of one object; nothing happens when empty
     */
    public static <T> void refuse(Set<ConstraintViolation<T>> violations) {
        if (violations.isEmpty()) {
            return;
        }
        var findings = violations.stream()
                .map(violation -> new Finding(
                        violation.getPropertyPath().toString(),
                        "The value " + violation.getMessage() + ".",
                        "Correct this field and send everything again."))
                .sorted(Comparator.comparing(Finding::place).thenComparing(Finding::message))
                .toList();
        throw new InvalidInput("Some fields are wrong; nothing was saved.", findings);
    }
}
