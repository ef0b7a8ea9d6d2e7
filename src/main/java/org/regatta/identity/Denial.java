package org.regatta.identity;

/** What {@link Access} refused last in a request, and where. */
public record Denial(Action action, Place place) {

    /** The request attribute it is found under. */
    public static final String ATTRIBUTE = Denial.class.getName();
}
