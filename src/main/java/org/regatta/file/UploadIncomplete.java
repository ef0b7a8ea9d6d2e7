package org.regatta.file;

import org.regatta.shared.Problem;

/** Parts of the file are missing. */
public class UploadIncomplete extends Problem {

    /** Says how much has arrived. */
    UploadIncomplete(long arrivedBytes, long sizeBytes) {
        super(
                Kind.CONFLICT,
                "Only " + arrivedBytes + " of " + sizeBytes
                        + " bytes of the file have arrived. Send the missing parts, then complete it again.");
    }
}
