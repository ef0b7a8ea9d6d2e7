package org.regatta.project.team;

import org.regatta.shared.Problem;

/** Nobody would lead the team any more. */
public class LeaderStays extends Problem {

    /** Says what can be done instead. */
    public LeaderStays() {
        super(Kind.CONFLICT, "A team needs somebody who leads it. Withdraw the project if it is not to go on.");
    }
}
