package org.regatta.identity;

import java.util.Locale;
import org.regatta.shared.Problem;

/** The viewer sees the object but may not do this to it. */
public class ActionForbidden extends Problem {

    private final Action action;

    /** Names what was refused. */
    public ActionForbidden(Action action) {
        super(
                Kind.FORBIDDEN,
                "You may not do this here ("
                        + action.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + "). Ask an administrator of the program for the role it needs.");
        this.action = action;
    }

    /** What was refused. */
    public Action action() {
        return action;
    }
}
