package org.regatta.shared;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

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

    /**
     * What bean validation finds wrong with each of a list.
     *
     * @param place what stands before the name of a field, for the index of its object: {@code jurors[2].}
     * @return empty if all are right; a list of the caller's own
     */
    public static <T> List<Finding> violations(Validator validator, List<T> objects, IntFunction<String> place) {
        var findings = new ArrayList<Finding>();
        for (int at = 0; at < objects.size(); at++) {
            for (var violation : validator.validate(objects.get(at))) {
                findings.add(new Finding(
                        place.apply(at) + violation.getPropertyPath(),
                        "The value " + violation.getMessage() + ".",
                        "Correct this field."));
            }
        }
        return findings;
    }
}
