package org.regatta.browser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.regatta.evaluation.Edition;
import org.regatta.identity.People;
import org.regatta.project.Participations;
import org.regatta.shared.Ids;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A juror with projects to evaluate under a rubric that has a question of every kind. */
final class JuryRoom {

    static final String PASSWORD = "calm-water-2026";

    final Edition edition;
    final UUID juror;
    final List<UUID> projects = new ArrayList<>();
    final List<UUID> assignments = new ArrayList<>();

    private final JdbcClient database;
    private final ApplicationContext context;
    private final int port;

    JuryRoom(ApplicationContext context, int port, int projects) {
        this.context = context;
        this.port = port;
        this.database = context.getBean(JdbcClient.class);
        this.edition = Edition.open(database);
        this.juror = edition.juror();
        rubric();
        run("update person set zone = 'Europe/Paris', name = 'Juror 07' where id = ?", juror);
        run("update competition set name = 'Tidewater Prize 2026' where id = ?", edition.competitionId());
        run("update round set name = 'Evaluation' where id = ?", edition.roundId());
        for (int at = 0; at < projects; at++) {
            give(at);
        }
        context.getBean(People.class).setPassword(juror, PASSWORD);
    }

    private void give(int at) {
        var project = edition.project();
        projects.add(project);
        run(
                "update project set title = ?, summary = ?, category = 'Blue carbon' where id = ?",
                List.of("Seagrass Ledger", "Harbour Heat", "Kelp by Night").get(at % 3) + (at < 3 ? "" : " " + at),
                "Seagrass meadows bury carbon faster than most forests on land, yet a coastal town that replants one can"
                        + " rarely prove what it has gained.\nWe have mapped 61 hectares in two bays.",
                project);
        assignments.add(edition.assign(project, juror));
    }

    private void rubric() {
        run("delete from criterion where rubric_id = ? and key <> 'remarks'", edition.rubricId());
        run(
                "update criterion set position = 9, label = 'What the team should hear' where rubric_id = ?",
                edition.rubricId());
        run(
                "update rubric set guidance = 'Judge what is shown, not what is promised.' where id = ?",
                edition.rubricId());
        criterion(1, "impact", "Impact", "NUMBER", "3", "1", "5", "1", null);
        criterion(2, "science", "Scientific soundness", "NUMBER", "2.5", "0", "100", "0.5", null);
        criterion(3, "maturity", "Maturity", "CHOICE", "2", null, null, null, """
                [{"value": "idea", "label": "An idea on paper", "points": 1},
                 {"value": "pilot", "label": "A pilot that others have seen", "points": 3},
                 {"value": "use", "label": "In use, by people who pay for it", "points": 5}]""");
        criterion(4, "local", "Would it work here?", "YES_NO", "1", null, null, null, null);
    }

    /** {@code rest}: label, kind, weight, lowest, highest, step, options. */
    private void criterion(int position, String key, Object... rest) {
        var values = new ArrayList<Object>(List.of(Ids.next(), edition.rubricId(), position, key));
        values.addAll(Arrays.asList(rest));
        run("""
                insert into criterion (id, rubric_id, position, key, label, kind, weight, min_value, max_value, step,
                                       options, guidance, required)
                values (?, ?, ?, ?, ?, ?, cast(? as numeric), cast(? as numeric), cast(? as numeric),
                        cast(? as numeric), cast(? as jsonb), 'How much better off is the sea if this works?', true)""", values.toArray());
    }

    /** The juror, signed in, at the evaluation of one of the projects. */
    Visitor at(int project) {
        return visitor(Locale.ENGLISH).signIn(juror + "@example.org", PASSWORD).open(address(project));
    }

    Visitor visitor(Locale language) {
        return new Visitor(Chromium.running(), "http://localhost:" + port, language);
    }

    String address(int project) {
        return "/evaluations/" + assignments.get(project);
    }

    /** A column of the juror's evaluation of a project, as text; null while there is none. */
    String stored(int project, String column) {
        return database.sql("select " + column + "::text from evaluation where assignment_id = :assignment")
                .param("assignment", assignments.get(project))
                .query(String.class)
                .optional()
                .orElse(null);
    }

    /** Starts the projects' processes, which put tasks into the juror's inbox. */
    void admit() {
        context.getBean(Participations.class).admit(edition.roundId(), projects);
    }

    /** What has become of each of the juror's assignments. */
    List<String> ends() {
        return database.sql("""
                        select case a.state when 'ACTIVE' then e.state else a.state end from assignment a
                          left join evaluation e on e.assignment_id = a.id where a.person_id = :juror""").param("juror", juror).query(String.class).list();
    }

    void run(String sql, Object... values) {
        var statement = database.sql(sql);
        for (var value : values) {
            statement = statement.param(value);
        }
        statement.update();
    }
}
