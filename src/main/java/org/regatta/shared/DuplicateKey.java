package org.regatta.shared;

import java.util.List;

/** The key is taken by another object of the same kind in the same place. */
public class DuplicateKey extends Problem {

    /** Names the field and the key. */
    public DuplicateKey(String field, String key) {
        super(
                Kind.CONFLICT,
                "The " + field + " \"" + key + "\" is taken.",
                List.of(new Finding(field, "\"" + key + "\" is taken.", "Choose another " + field + ".")));
    }
}
