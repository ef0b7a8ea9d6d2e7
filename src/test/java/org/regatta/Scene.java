package org.regatta;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.regatta.competition.Competitions;
import org.regatta.competition.Competitions.NewCompetition;
import org.regatta.competition.Feedback;
import org.regatta.competition.Programs;
import org.regatta.competition.Programs.NewProgram;
import org.regatta.competition.RoundKind;
import org.regatta.competition.Rounds;
import org.regatta.competition.Rounds.NewRound;
import org.regatta.identity.Acting;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.jury.Juries;
import org.regatta.jury.NewJuror;
import org.regatta.project.NewProject;
import org.regatta.project.Participations;
import org.regatta.project.Participations.State;
import org.regatta.project.Projects;
import org.regatta.shared.Ids;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A competition of a test's own, in the words of the domain; its admin is at work on the calling thread. */
public final class Scene {

    private final ApplicationContext context;
    private final String mark = UUID.randomUUID().toString().substring(24);
    private int count;

    /** Runs the competition. */
    public final UUID admin;

    public final UUID programId;
    public final UUID competitionId;

    /** A new program with a new competition, as a draft. */
    public Scene(ApplicationContext context) {
        this.context = context;
        this.admin = person("admin");
        bean(People.class).grant(admin, Role.SUPER_ADMIN, null, null);
        Acting.as(admin);
        this.programId = bean(Programs.class).create(new NewProgram("program-" + mark, "Program " + mark, ""));
        this.competitionId = bean(Competitions.class)
                .create(new NewCompetition(
                        programId, "2026", "Competition " + mark, "", ZoneId.of("Europe/Warsaw"), false));
    }

    /** Somebody without any role. */
    public UUID person(String name) {
        return bean(People.class).ensure(new NewPerson(name + "." + mark + "." + ++count + "@example.org", name));
    }

    /** Somebody with a role in the competition. */
    public UUID person(String name, Role role) {
        var personId = person(name);
        bean(People.class).grant(personId, role, null, competitionId);
        return personId;
    }

    /** A planned evaluation round with rubric and policy. */
    public UUID evaluationRound(String key, boolean blind) {
        return bean(Rounds.class)
                .add(new NewRound(
                        competitionId,
                        null,
                        key,
                        "Round " + key,
                        RoundKind.EVALUATION,
                        null,
                        Instant.parse("2035-01-01T12:00:00Z"),
                        Duration.ZERO,
                        false,
                        blind,
                        Feedback.DECISION,
                        row("scoring_policy", "document", "{}"),
                        row("rubric", "guidance", ""),
                        null));
    }

    /** A planned round of another kind, without anything. */
    public UUID round(String key, RoundKind kind) {
        return bean(Rounds.class)
                .add(new NewRound(
                        competitionId,
                        null,
                        key,
                        "Round " + key,
                        kind,
                        null,
                        null,
                        Duration.ZERO,
                        false,
                        false,
                        Feedback.DECISION,
                        null,
                        null,
                        null));
    }

    /** Submitted projects with numbers from 1. */
    public List<UUID> projects(int howMany) {
        return bean(Projects.class)
                .enterAll(
                        competitionId,
                        IntStream.rangeClosed(1, howMany)
                                .mapToObj(number -> project(Integer.toString(number), null))
                                .toList());
    }

    /** What a submitted project is made of. */
    public NewProject project(String number, String category, UUID... members) {
        return new NewProject(
                number, "Project " + number, "", category, "PL", "Team " + number, List.of(members), true);
    }

    /** Lets projects take part in a round whose work is done already, so that no job starts processes for them. */
    public List<UUID> admitted(UUID roundId, List<UUID> projectIds) {
        var participations = bean(Participations.class);
        new TransactionTemplate(bean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            participations.admit(roundId, projectIds);
            participations.moveAll(roundId, State.WAITING, State.EVALUATED);
        });
        return projectIds;
    }

    /** A jury of new people, labelled from J1; in the order of {@link Juries#addJurors}. */
    public Jury jury(String key, int howMany) {
        var juryId = bean(Juries.class).create(competitionId, key, "Jury " + key);
        var persons = new ArrayList<UUID>();
        var jurors = new ArrayList<NewJuror>();
        for (int at = 1; at <= howMany; at++) {
            persons.add(person("juror"));
            jurors.add(new NewJuror(persons.getLast(), "J" + at, BigDecimal.ONE, false));
        }
        return new Jury(juryId, bean(Juries.class).addJurors(juryId, jurors), persons);
    }

    /** A jury with its jurors and the people they are. */
    public record Jury(UUID id, List<UUID> jurors, List<UUID> persons) {}

    /** A service of the application. */
    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** To look at rows. */
    public JdbcClient rows() {
        return bean(JdbcClient.class);
    }

    private UUID row(String table, String column, String value) {
        var id = Ids.next();
        rows().sql("insert into " + table + " (id, competition_id, key, name, " + column
                        + ") values (:id, :competition, :key, :key, "
                        + (column.equals("document") ? "cast(:value as jsonb)" : ":value") + ")")
                .param("id", id)
                .param("competition", competitionId)
                .param("key", table + ++count)
                .param("value", value)
                .update();
        return id;
    }
}
