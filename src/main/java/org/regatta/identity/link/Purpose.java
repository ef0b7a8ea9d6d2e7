package org.regatta.identity.link;

/** What a one-time token is good for; it is good for nothing else. */
public enum Purpose {
    /** Signs in. */
    SIGN_IN("/sign-in/link"),
    /** Opens an account that somebody else made. */
    INVITATION("/invitation"),
    /** Makes the first administrator of a new deployment. */
    SET_UP("/set-up");

    private final String page;

    Purpose(String page) {
        this.page = page;
    }

    /** The page that shows on GET what the link does and does it on POST; the token is its parameter {@code token}. */
    public String page() {
        return page;
    }
}
