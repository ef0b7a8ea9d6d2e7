package org.regatta.file;

import org.regatta.shared.Problem;

/** The file cannot be read: it is in quarantine, was refused or removed. */
public class FileNotChecked extends Problem {

    /** Says where it is. */
    FileNotChecked(FileState state) {
        super(Kind.CONFLICT, "The file is " + state + "; only a checked file can be downloaded. Look again later.");
    }
}
