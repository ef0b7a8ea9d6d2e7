package org.regatta.ops;

/** What everybody knows about the demo people of the one-command start. */
public final class DemoAccounts {

    /** The mail domain of all of them, and of nobody else. */
    public static final String DOMAIN = "regatta.example";

    /** The password of all of them. */
    public static final String PASSWORD = "regatta-demo";

    private DemoAccounts() {}
}
