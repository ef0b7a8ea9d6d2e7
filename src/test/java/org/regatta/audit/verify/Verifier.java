package org.regatta.audit.verify;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs the verifier as an auditor would. */
public final class Verifier {

    private Verifier() {}

    /** What it says. */
    public static String run(String... arguments) {
        var said = new ByteArrayOutputStream();
        VerifyAudit.run(new PrintStream(said, true, StandardCharsets.UTF_8), arguments);
        return said.toString(StandardCharsets.UTF_8);
    }
}
