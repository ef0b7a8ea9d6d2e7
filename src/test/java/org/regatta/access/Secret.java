package org.regatta.access;

import java.util.List;
import java.util.Map;

/**
 * What two worlds differ in.
 *
 * @param hiddenFrom who may not know it
 * @param stages where it is; the others say nothing about it
 * @param toldTo who may know it, with a request of the matrix whose answer must tell it, and the stage
 * @param other makes the one world into the other
 * @param back and back again
 */
record Secret(
        String name,
        List<String> hiddenFrom,
        List<Stage> stages,
        Map<String, String> toldTo,
        Runnable other,
        Runnable back) {

    @Override
    public String toString() {
        return name;
    }
}
