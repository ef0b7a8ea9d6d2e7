package org.regatta.steering;

import java.util.Locale;

/** The steps of setting up a competition, in their order. */
public enum SetupStep {
    /** Name, description, zone. */
    BASICS,
    /** What jurors are asked. */
    RUBRICS,
    /** How scores become a ranking. */
    POLICIES,
    /** Rounds, their kinds, dates and order. */
    ROUNDS,
    /** Juries and where they sit. */
    JURIES,
    /** What jurors and applicants will see. */
    PREVIEW,
    /** What is lacking. */
    CHECK;

    /** As the address names it. */
    public String address() {
        return name().toLowerCase(Locale.ROOT);
    }
}
