package org.regatta.imports.run;

import java.util.List;
import org.regatta.imports.text.Spot;
import org.regatta.shared.Finding;
import org.regatta.shared.Problem;

/** A part of a bundle that reads well was refused by the module it belongs to; everything is undone. */
class ImportRefused extends RuntimeException {

    private final transient List<Finding> findings;

    /** The refusal, told where in the file the part stands. */
    ImportRefused(Spot spot, Problem refusal) {
        super(refusal);
        findings = refusal.findings().isEmpty()
                ? List.of(new Finding(spot.toString(), said(refusal), "Correct it and import again."))
                : refusal.findings().stream()
                        .map(one ->
                                new Finding(spot.toString(), "At " + one.place() + ": " + one.message(), one.remedy()))
                        .toList();
    }

    List<Finding> findings() {
        return findings;
    }

    private static String said(Problem refusal) {
        var message = refusal.getMessage();
        return message == null ? refusal.code() : message;
    }
}
