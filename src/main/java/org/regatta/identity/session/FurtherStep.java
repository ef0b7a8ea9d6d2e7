package org.regatta.identity.session;

import java.util.Set;
import java.util.UUID;

/** Something that may be asked of a person after the sign-in itself. */
public interface FurtherStep {

    /** What is asked of this person after signing in this way; empty for nothing. */
    Set<NextStep> after(UUID personId, Way way);
}
