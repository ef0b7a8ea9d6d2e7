package org.regatta.imports;

import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.springframework.util.unit.DataSize;

/** The upload is larger than an import may be; nothing of it was kept. */
public class UploadTooLarge extends InvalidInput {

    /** The limit it went over. */
    public UploadTooLarge(DataSize limit) {
        super(
                new Finding(
                        "files",
                        "The upload is larger than " + limit.toMegabytes() + " MB.",
                        "Split the projects over several imports: the bundle with the first part, then further projects.csv files into the same competition."));
    }
}
