package org.regatta.file;

import org.regatta.shared.Problem;

/** Nothing more is to be uploaded for this file: it is complete, refused or removed. */
public class FileNotExpected extends Problem {

    /** Says where it is. */
    FileNotExpected(FileState state) {
        super(Kind.CONFLICT, "The file is " + state + "; nothing more is uploaded for it. Add a new file instead.");
    }
}
