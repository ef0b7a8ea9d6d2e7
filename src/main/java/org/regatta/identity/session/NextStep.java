package org.regatta.identity.session;

/** What is left to do before anything else, in this order. */
public enum NextStep {
    /** The second factor is to be shown. */
    SECOND_FACTOR("/second-factor"),
    /** A password or a passkey is to be set. */
    SET_PASSWORD("/set-password"),
    /** A second factor is to be set up: a program asks it of its admins. */
    SET_UP_FACTOR("/second-factor/set-up");

    private final String page;

    NextStep(String page) {
        this.page = page;
    }

    /** Where it is done. */
    public String page() {
        return page;
    }
}
