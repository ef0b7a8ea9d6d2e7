package org.regatta.projectfile;

import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;

/** The call asks for files, and not for one of this type. */
public class FileNotAsked extends InvalidInput {

    /** Says which. */
    FileNotAsked(FileType type) {
        super(new Finding(
                "type",
                "The call does not ask for a file of type " + type + ".",
                "Choose one of the types that it asks for."));
    }
}
