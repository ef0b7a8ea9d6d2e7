package org.regatta.access;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regatta.identity.Acting;
import org.regatta.identity.Role;
import org.regatta.shared.Ids;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * A program whose competitions stand in every state there is, and people in every relation to one project of each: whom
 * the access matrix is about. Made by SQL, but for what is computed.
 */
final class World {

    static final String PASSWORD = "calm-water-2026";

    final ApplicationContext context;
    final Rows rows;
    final UUID programId = Ids.next();
    final UUID elsewhere = Ids.next();
    final Map<String, UUID> people = new LinkedHashMap<>();
    private final Map<Stage, Map<String, Object>> objects = new HashMap<>();
    private final String hash;

    World(ApplicationContext context) {
        this.context = context;
        this.rows = new Rows(context.getBean(JdbcClient.class));
        this.hash = context.getBean(PasswordEncoder.class).encode(PASSWORD);
        for (var program : List.of(programId, elsewhere)) {
            rows.put("insert into program (id, key, name) values (?, ?, 'Program')", program, program.toString());
        }
        everybody();
        var shared = new Accounts(this).objects();
        Acting.as(person("superAdmin"));
        try {
            for (var stage : Stage.values()) {
                var staged = new HashMap<String, Object>(shared);
                staged.putAll(new StagedCompetition(this, stage).objects());
                objects.put(stage, staged);
            }
        } finally {
            Acting.asNobody();
        }
    }

    /** The person of this name. */
    UUID person(String name) {
        var id = people.get(name);
        if (id == null) {
            throw new IllegalArgumentException("Nobody is called " + name);
        }
        return id;
    }

    /** What there is in a competition of this stage, by name: ids, mostly. */
    Map<String, Object> objects(Stage stage) {
        return objects.getOrDefault(stage, Map.of());
    }

    private void everybody() {
        staff();
        jurors();
        for (var name : List.of("applicant", "applicantElsewhere", "applicantWithout")) {
            with(name, Role.APPLICANT, programId);
        }
        for (var name : List.of("mentor", "mentorOfProject", "mentorInConflict")) {
            with(name, Role.MENTOR, programId);
        }
        with("audience", Role.AUDIENCE, programId);
        person("roleless", true);
        person("expired", true);
        grant("expired", Role.PROGRAM_ADMIN, programId, null, "now() - interval '2 days'");
        with("subject", Role.APPLICANT, programId);
        with("invited", Role.APPLICANT, programId);
        person("disabled", true);
        grant("disabled", Role.SUPER_ADMIN, null, null, "null");
        with("unfinished", Role.PROGRAM_ADMIN, programId);
        with("viewing", Role.SUPER_ADMIN, null);
        with("reader", Role.SUPER_ADMIN, null);
    }

    private void staff() {
        with("superAdmin", Role.SUPER_ADMIN, null);
        with("superAdminInConflict", Role.SUPER_ADMIN, null);
        with("programAdmin", Role.PROGRAM_ADMIN, programId);
        with("programAdminInConflict", Role.PROGRAM_ADMIN, programId);
        with("programAdminElsewhere", Role.PROGRAM_ADMIN, elsewhere);
        person("competitionAdmin", true);
        with("observer", Role.OBSERVER, programId);
        with("observerInConflict", Role.OBSERVER, programId);
        with("observerElsewhere", Role.OBSERVER, elsewhere);
        with("awardMaster", Role.AWARD_MASTER, programId);
        with("awardMasterInConflict", Role.AWARD_MASTER, programId);
    }

    private void jurors() {
        for (var name : List.of(
                "juror",
                "jurorOfOther",
                "jurorRecused",
                "jurorInConflict",
                "jurorCompeting",
                "peer",
                "double",
                "spare")) {
            with(name, Role.JURY_MEMBER, programId);
        }
        grant("jurorCompeting", Role.APPLICANT, programId, null, "null");
        with("jurorElsewhere", Role.JURY_MEMBER, elsewhere);
    }

    private void with(String name, Role role, UUID program) {
        person(name, true);
        grant(name, role, program, null, "null");
    }

    void person(String name, boolean enabled) {
        var id = Ids.next();
        people.put(name, id);
        rows.put("""
                insert into person (id, email, name, password_hash, enabled, must_set_password, created_at)
                values (?, ?, ?, ?, ?, ?, now())""", id, id + "@example.org", name, hash, enabled, name.equals("unfinished"));
    }

    /**
     * Gives a role: of a competition, of a program where that is null, of the site where both are. What ended in the past
     * was told of then, and ends no session now.
     */
    UUID grant(String name, Role role, UUID program, UUID competition, String until) {
        var id = Ids.next();
        rows.put(
                "insert into role_grant (id, person_id, role, program_id, competition_id, granted_at, valid_until, end_told)"
                        + " values (?, ?, ?, cast(nullif(?, '') as uuid), cast(nullif(?, '') as uuid), now(), " + until
                        + ", coalesce(cast(" + until + " as timestamptz) <= now(), false))",
                id,
                person(name),
                role.name(),
                program == null ? "" : program.toString(),
                competition == null ? "" : competition.toString());
        return id;
    }
}
