package org.regatta.workflow.gate;

import java.util.ArrayList;
import java.util.List;
import org.regatta.shared.Finding;

/** Collects what is wrong with one model; stops counting at {@value #MOST}, nobody reads more. */
final class Findings {

    static final int MOST = 100;

    private final List<Finding> found = new ArrayList<>();

    void add(Node node, String message, String remedy) {
        add(node.place(), message, remedy);
    }

    void add(String place, String message, String remedy) {
        if (found.size() < MOST) {
            found.add(new Finding(place, message, remedy));
        }
    }

    boolean none() {
        return found.isEmpty();
    }

    List<Finding> all() {
        return List.copyOf(found);
    }
}
