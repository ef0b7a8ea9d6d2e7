package org.regatta.file;

/** How far a file is. */
public enum FileState {
    /** Its name and size are known; its parts arrive, or do not. */
    ANNOUNCED,
    /** Complete and in quarantine until it is checked. */
    UPLOADED,
    /** What it says it is, and to be read. */
    CHECKED,
    /** Not what it says it is, or nothing that is taken here; its content is deleted. */
    REFUSED,
    /** Taken away by whoever may. */
    REMOVED
}
