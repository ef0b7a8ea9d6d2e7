package org.regatta.shared;

import java.util.List;

/**
 * A refusal the caller can act on. Subclasses are named as facts ({@code EvaluationClosed}); one advice turns them into
 * a page, a fragment or problem+json (RFC 9457), a process into a BPMN error with the same code.
 */
public abstract class Problem extends RuntimeException {

    /** What a caller has to do with a problem. */
    public enum Kind {
        /** Nobody is signed in. */
        NOT_SIGNED_IN,
        /** The object does not exist, or not for this viewer. */
        NOT_FOUND,
        /** The state of the object does not allow it (any more). */
        CONFLICT,
        /** The viewer may not do this at all. */
        FORBIDDEN,
        /** The input is wrong; see the findings. */
        INVALID,
        /** Asked too often; works again after a while. */
        TOO_MANY,
        /** A part that Regatta needs for this does not answer; the same may work later. */
        UNAVAILABLE
    }

    private final Kind kind;
    private final transient List<Finding> findings;

    /** A problem whose message is one sentence that says what is wrong and what to do. */
    protected Problem(Kind kind, String message) {
        this(kind, message, List.of());
    }

    /** A problem with many findings at once. */
    protected Problem(Kind kind, String message, List<Finding> findings) {
        super(message);
        this.kind = kind;
        this.findings = List.copyOf(findings);
    }

    /** What the caller has to do with it. */
    public Kind kind() {
        return kind;
    }

    /** The class name in camelCase: problem type on the wire and BPMN error code. */
    public String code() {
        var name = getClass().getSimpleName();
        return Character.toLowerCase(name.charAt(0)) + name.substring(1);
    }

    /** What is wrong, in the order of the input; empty where the message says it all. */
    public List<Finding> findings() {
        return findings;
    }
}
