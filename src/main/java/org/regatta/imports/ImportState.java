package org.regatta.imports;

/** How far an import has come. */
public enum ImportState {
    /** Nobody has taken it yet. */
    WAITING,
    /** It is being checked or applied; a run whose node died is taken again. */
    RUNNING,
    /** A dry run found nothing wrong. */
    VALID,
    /** Everything is in. */
    APPLIED,
    /** The files are wrong in the places its findings name; nothing was written. */
    REFUSED,
    /** Something other than the files went wrong; nothing was written. */
    FAILED,
    /** Somebody cancelled it; nothing was written. */
    CANCELLED;

    /** Whether nothing will happen to it any more. */
    public boolean ended() {
        return this != WAITING && this != RUNNING;
    }
}
