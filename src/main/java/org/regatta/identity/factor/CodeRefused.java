package org.regatta.identity.factor;

import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;

/** The code is wrong, was used before or is too old. */
public class CodeRefused extends InvalidInput {

    /** A wrong code. */
    public CodeRefused() {
        super(new Finding(
                "code",
                "This code does not work.",
                "Type the one the app shows now, or a recovery code not used yet."));
    }
}
