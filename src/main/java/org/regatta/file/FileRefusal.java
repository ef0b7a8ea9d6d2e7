package org.regatta.file;

/** Why a file did not pass its check. */
public enum FileRefusal {
    /** The store does not have it. */
    LOST,
    /** It is not as large as it was announced. */
    SIZE,
    /** Its content is of no format that is taken here: a web page, a program, an archive. */
    CONTENT,
    /** Its content is of another format than its name says. */
    DISGUISED,
    /** It carries macros. */
    MACROS
}
