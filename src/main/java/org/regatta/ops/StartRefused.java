package org.regatta.ops;

/** Regatta does not start: what is wrong and what to do about it, shown without a stack trace. */
public class StartRefused extends RuntimeException {

    private final String remedy;

    /**
     * Refuses to start.
     *
     * @param problem what is wrong; holds no secret
     * @param remedy what to do, as an instruction
     */
    public StartRefused(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    /** What to do about it. */
    public String remedy() {
        return remedy;
    }
}
