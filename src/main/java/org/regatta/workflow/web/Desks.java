package org.regatta.workflow.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import org.regatta.identity.Access;
import org.regatta.identity.Role;
import org.regatta.identity.Viewer;
import org.springframework.stereotype.Component;

/** Where people begin by what they do here: the desk of the primary role first, then those of the others. */
@Component("desks")
class Desks {

    /** Whoever runs competitions waits as that, whatever else they are. */
    private static final List<Role> IDLE =
            List.of(Role.SUPER_ADMIN, Role.PROGRAM_ADMIN, Role.JURY_MEMBER, Role.AWARD_MASTER, Role.MENTOR);

    private final Access access;

    Desks(Access access) {
        this.access = access;
    }

    /** A place to begin. */
    public enum Desk {
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

        private static Desk of(Role role) {
            return switch (role) {
                case SUPER_ADMIN, PROGRAM_ADMIN, JURY_MEMBER, MENTOR, AWARD_MASTER -> INBOX;
                case APPLICANT -> PROJECTS;
                case OBSERVER -> OBSERVE;
                case AUDIENCE -> COMPETITIONS;
            };
        }
    }

    /** The viewer's desks, never none. */
    List<Desk> mine() {
        return of(access.viewer());
    }

    /** As what somebody waits whose inbox is empty: the key of the words that say what will come. */
    public String idle() {
        var viewer = access.viewer();
        return IDLE.stream().filter(viewer::holds).map(Role::name).findFirst().orElse("ANYBODY");
    }

    static List<Desk> of(Viewer viewer) {
        var desks = new LinkedHashSet<Desk>();
        viewer.primaryRole().map(Desk::of).ifPresent(desks::add);
        Arrays.stream(Role.values()).filter(viewer::holds).map(Desk::of).forEach(desks::add);
        if (desks.isEmpty()) {
            desks.add(Desk.COMPETITIONS);
        }
        return new ArrayList<>(desks);
    }
}
