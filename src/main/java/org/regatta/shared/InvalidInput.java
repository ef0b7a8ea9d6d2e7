package org.regatta.shared;

import java.util.List;

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
}
