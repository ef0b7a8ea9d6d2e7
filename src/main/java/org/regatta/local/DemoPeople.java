package org.regatta.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.ops.DemoAccounts;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** One person for each role, whose password everybody knows; a production start refuses a database that has them. */
@Component
@Profile("local")
@Order(0)
class DemoPeople implements ApplicationRunner {

    /**
     * Somebody to sign in as.
     *
     * @param account the part of the address before the demo's domain
     * @param does one line for the start message
     */
    record Demo(Role role, String account, String name, String does) {

        String email() {
            return account + "@" + DemoAccounts.DOMAIN;
        }
    }

    static final List<Demo> PEOPLE = List.of(
            new Demo(Role.SUPER_ADMIN, "admin", "Ada Admin", "settings, users, everything below"),
            new Demo(Role.PROGRAM_ADMIN, "organiser", "Oona Organiser", "runs competitions"),
            new Demo(Role.JURY_MEMBER, "juror", "Jonas Juror", "evaluates projects"),
            new Demo(Role.MENTOR, "mentor", "Mira Mentor", "accompanies finalists"),
            new Demo(Role.OBSERVER, "observer", "Olaf Observer", "reads and replays, changes nothing"),
            new Demo(Role.APPLICANT, "applicant", "Ayla Applicant", "enters a project"),
            new Demo(Role.AWARD_MASTER, "awards", "Arno Awards", "decides special awards"),
            new Demo(Role.AUDIENCE, "audience", "Aino Audience", "votes in a live final"));

    private final People people;
    private final Path done;

    DemoPeople(People people, LocalFolder folder) {
        this.people = people;
        this.done = folder.resolve("demo.ready");
    }

    /** Once per folder: whoever changes a demo person keeps the change. */
    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (Files.exists(done)) {
            return;
        }
        var ids = people.ensureAll(PEOPLE.stream()
                .map(demo -> new NewPerson(demo.email(), demo.name()))
                .toList());
        for (var demo : PEOPLE) {
            var personId = Objects.requireNonNull(ids.get(demo.email()));
            people.setPassword(personId, DemoAccounts.PASSWORD);
            people.grant(personId, demo.role(), null, null);
        }
        Files.writeString(done, "The demo people are in the database.\n");
    }
}
