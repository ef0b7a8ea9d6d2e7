package org.regatta.workflow.web;

import java.util.ArrayList;
import java.util.List;
import org.regatta.identity.Access;
import org.regatta.identity.Role;
import org.regatta.identity.Viewer;
import org.springframework.stereotype.Component;

/** Where people begin by what they do here; somebody with several roles has several desks. */
@Component
class Desks {

    private static final List<Role> AT_WORK =
            List.of(Role.SUPER_ADMIN, Role.PROGRAM_ADMIN, Role.JURY_MEMBER, Role.MENTOR, Role.AWARD_MASTER);

    private final Access access;

    Desks(Access access) {
        this.access = access;
    }

    /** A place to begin. */
    enum Desk {
        INBOX("/inbox"),
        PROJECTS("/my-projects"),
        OBSERVE("/observe"),
        COMPETITIONS("/competitions");

        private final String address;

        Desk(String address) {
            this.address = address;
        }

        public String address() {
            return address;
        }
    }

    /** The viewer's desks, never none. */
    List<Desk> mine() {
        return of(access.viewer());
    }

    static List<Desk> of(Viewer viewer) {
        var desks = new ArrayList<Desk>();
        if (AT_WORK.stream().anyMatch(viewer::holds)) {
            desks.add(Desk.INBOX);
        }
        if (viewer.holds(Role.APPLICANT)) {
            desks.add(Desk.PROJECTS);
        }
        if (viewer.holds(Role.OBSERVER)) {
            desks.add(Desk.OBSERVE);
        }
        if (desks.isEmpty()) {
            desks.add(Desk.COMPETITIONS);
        }
        return desks;
    }
}
