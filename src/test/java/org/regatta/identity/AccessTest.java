package org.regatta.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.regatta.TestDatabase;
import org.regatta.identity.KnownRelations.Relation;
import org.regatta.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The matrix of rights: every action, role and relation, against a table written by hand. */
class AccessTest {

    /**
     * Who may: {@code +} where the role holds, {@code a} while assigned, {@code m} as its mentor, {@code s} if it is
     * shortlisted, {@code n} without an own project, {@code o} for the own team; {@code c} in front: a conflict of interest
     * with the project wins over every role.
     */
    private static final String MATRIX = """
            action                           c SUPER PADMIN JURY MENTOR OBSERVER APPLICANT AWARD AUDIENCE
            READ_COMPETITION                 - +     +      +    +      +        +         +     +
            READ_JUDGING                     - +     +      +    +      +        -         +     -
            RUN_COMPETITION                  - +     +      -    -      -        -         -     -
            IMPORT                           - +     +      -    -      -        -         -     -
            READ_MODEL                       - +     +      -    -      +        -         -     -
            CHECK_MODEL                      - +     +      -    -      -        -         -     -
            DEPLOY_MODEL                     - +     -      -    -      -        -         -     -
            READ_PROJECT                     - +     +      a    m      +        o         s     -
            ENTER_PROJECT                    - -     -      -    -      -        +         -     -
            WRITE_PROJECT                    - +     -      -    -      -        o         -     -
            INVITE_TO_TEAM                   - -     -      -    -      -        o         -     -
            ADMINISTER_PROJECT               - +     +      -    -      -        -         -     -
            NAME_MENTORS                     c +     +      -    -      -        -         -     -
            READ_PROJECT_FILES               - +     +      a    m      -        o         -     -
            READ_PROJECT_FILES_AFTER_RELEASE - +     +      a    m      +        o         s     -
            WRITE_PROJECT_FILES              - -     -      -    -      -        o         -     -
            READ_ASSIGNMENTS                 c +     +      -    -      -        -         -     -
            MANAGE_ASSIGNMENTS               c +     +      -    -      -        -         -     -
            DECLARE_CONFLICT                 - -     -      +    +      -        -         -     -
            WRITE_EVALUATION                 c -     -      a    -      -        -         -     -
            READ_EVALUATIONS                 c +     +      -    -      -        -         -     -
            READ_EVALUATIONS_AFTER_CLOSE     c +     +      -    -      +        -         +     -
            READ_EVALUATIONS_IN_DELIBERATION c +     +      a    -      +        -         +     -
            REOPEN_EVALUATION                c +     +      -    -      -        -         -     -
            READ_PROGRESS                    - +     +      -    -      +        -         -     -
            READ_RANKING_BEFORE_CLOSE        c +     -      -    -      -        -         -     -
            READ_RANKING                     c +     +      -    -      +        -         +     -
            READ_RANKING_IN_DELIBERATION     c +     +      n    -      +        -         +     -
            READ_RESULT_AFTER_RELEASE        c +     +      -    m      +        -         +     -
            READ_OWN_RESULT                  c -     -      -    -      -        o         -     -
            APPROVE_RANKING                  c +     +      -    -      -        -         -     -
            READ_DECISIONS                   c +     +      -    -      +        -         +     -
            READ_DECISIONS_IN_DELIBERATION   c +     +      n    -      +        -         +     -
            DECIDE                           c +     +      -    -      -        -         -     -
            READ_HISTORY                     c +     +      -    -      +        -         -     -
            READ_DECISION_HISTORY            c +     +      -    -      +        -         +     -
            VERIFY_AUDIT                     - +     -      -    -      +        -         -     -
            MANAGE_PEOPLE                    - +     +      -    -      -        -         -     -
            """;

    private static final Role[] COLUMNS = {
        Role.SUPER_ADMIN, Role.PROGRAM_ADMIN, Role.JURY_MEMBER, Role.MENTOR,
        Role.OBSERVER, Role.APPLICANT, Role.AWARD_MASTER, Role.AUDIENCE
    };

    private static final JdbcClient JDBC = onOneConnection(TestDatabase.fresh());

    private final UUID programId = Ids.next();
    private final UUID competitionId = Ids.next();
    private final Place competition = Place.ofCompetition(programId, competitionId);
    private final Place project = competition.withProject(Ids.next());
    private final KnownRelations relations = new KnownRelations();
    private final Access access = new Access(JDBC, List.of(relations));
    private UUID personId = Ids.next();

    @BeforeEach
    void aPerson() {
        personId = Ids.next();
        JDBC.sql("insert into person (id, email, name, created_at) values (:id, :email, 'Ada', now())")
                .param("id", personId)
                .param("email", personId + "@example.org")
                .update();
        Acting.as(personId);
    }

    @AfterEach
    void nobody() {
        Acting.asNobody();
    }

    @Test
    void withholdsFromWhoSeesTheSiteAsSomebodyElseWhatTheyMayNotSeeThemselves() {
        var actor = Ids.next();
        relations.conflictedPerson = actor;
        assertThat(access.withheld()).isEmpty();

        Acting.viewing(personId, actor);
        assertThat(access.withheld()).containsExactly(KnownRelations.PROJECT);
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void decidesAsTheMatrixSays(Action action) {
        var row = matrix().get(action);
        assertThat(row).as("the row of " + action).isNotNull();
        var deviations = new ArrayList<String>();
        for (int column = 0; column < COLUMNS.length; column++) {
            onlyRole(COLUMNS[column], programId, null);
            Acting.inOneRequest();
            for (var related : subsets()) {
                relations.now.clear();
                relations.now.addAll(related);
                compare(action, row, column, related, deviations);
            }
        }
        assertThat(deviations).isEmpty();
    }

    private void compare(Action action, List<String> row, int column, Set<Relation> related, List<String> deviations) {
        var conflictWins = row.get(0).equals("c");
        var cell = row.get(column + 1);
        var conflicted = related.contains(Relation.CONFLICTED);
        var expected = switch (cell) {
            case "+" -> !(conflictWins && conflicted);
            case "n" -> !conflicted && !related.contains(Relation.COMPETES);
            case "a" -> related.contains(Relation.ASSIGNED) && !conflicted && !related.contains(Relation.COMPETES);
            case "m" -> related.contains(Relation.MENTORS) && !conflicted;
            case "s" -> related.contains(Relation.SHORTLISTED) && !conflicted;
            case "o" -> related.contains(Relation.OF_TEAM) && !(conflictWins && conflicted);
            default -> false;
        };
        if (access.may(action, project) != expected) {
            deviations.add(COLUMNS[column] + " " + related + ": expected " + expected);
        }
        var free = cell.equals("n") && !related.contains(Relation.COMPETES);
        if (access.may(action, competition) != (cell.equals("+") || free)) {
            deviations.add(COLUMNS[column] + " at the competition " + related);
        }
        if (access.may(action, Place.ofCompetition(Ids.next(), Ids.next()).withProject(Ids.next()))) {
            deviations.add(COLUMNS[column] + " in another program " + related);
        }
        if (access.may(action, Place.SITE)) {
            deviations.add(COLUMNS[column] + " for the whole site " + related);
        }
    }

    @Test
    void addsRolesUpButNeverOverAConflict() {
        grant(Role.SUPER_ADMIN, null, null);
        grant(Role.JURY_MEMBER, null, competitionId);
        relations.now.add(Relation.ASSIGNED);
        assertThat(access.may(Action.WRITE_EVALUATION, project)).isTrue();
        assertThat(access.may(Action.READ_RANKING, project)).isTrue();

        relations.now.add(Relation.CONFLICTED);
        assertThat(access.may(Action.WRITE_EVALUATION, project)).isFalse();
        assertThat(access.may(Action.READ_RANKING, project)).isFalse();
        assertThat(access.may(Action.DECIDE, project)).isFalse();
        assertThatThrownBy(() -> access.require(Action.DECIDE, project)).isInstanceOf(ActionForbidden.class);
    }

    @Test
    void answersNotFoundForWhatCannotBeSeenAndForbiddenForWhatCan() {
        assertThatThrownBy(() -> access.require(Action.RUN_COMPETITION, competition))
                .isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> access.require(Action.IMPORT, Place.SITE)).isInstanceOf(ActionForbidden.class);

        grant(Role.JURY_MEMBER, null, competitionId);
        assertThatThrownBy(() -> access.require(Action.RUN_COMPETITION, competition))
                .isInstanceOf(ActionForbidden.class);
        assertThatThrownBy(() -> access.require(Action.READ_PROJECT, project)).isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> access.require(Action.WRITE_EVALUATION, project))
                .isInstanceOf(NotVisible.class);
    }

    @Test
    void holdsRolesWhereAndWhileTheyWereGranted() {
        grant(Role.PROGRAM_ADMIN, null, competitionId);
        assertThat(access.may(Action.RUN_COMPETITION, competition)).isTrue();
        assertThat(access.may(Action.RUN_COMPETITION, Place.ofCompetition(programId, Ids.next())))
                .isFalse();
        assertThat(access.may(Action.RUN_COMPETITION, Place.ofProgram(programId)))
                .isFalse();

        JDBC.sql("update role_grant set valid_until = now() where person_id = :id")
                .param("id", personId)
                .update();
        assertThat(access.may(Action.RUN_COMPETITION, competition)).isFalse();

        JDBC.sql(
                        "update role_grant set valid_from = now() + interval '1 hour', valid_until = null where person_id = :id")
                .param("id", personId)
                .update();
        assertThat(access.may(Action.RUN_COMPETITION, competition)).isFalse();

        JDBC.sql("update role_grant set valid_from = now() - interval '1 hour' where person_id = :id")
                .param("id", personId)
                .update();
        assertThat(access.may(Action.RUN_COMPETITION, competition)).isTrue();
    }

    @Test
    void tellsListsHowFarARightReaches() {
        assertThat(access.reach(Action.READ_COMPETITION).nothing()).isTrue();
        grant(Role.OBSERVER, programId, null);
        grant(Role.JURY_MEMBER, null, competitionId);

        assertThat(access.reach(Action.READ_COMPETITION))
                .isEqualTo(new Reach(false, Set.of(programId), Set.of(competitionId)));
        assertThat(access.reach(Action.READ_PROJECT)).isEqualTo(new Reach(false, Set.of(programId), Set.of()));
        assertThat(access.reach(Action.RUN_COMPETITION).nothing()).isTrue();

        grant(Role.SUPER_ADMIN, null, null);
        assertThat(access.reach(Action.RUN_COMPETITION)).isEqualTo(new Reach(true, Set.of(), Set.of()));
    }

    @Test
    void knowsNobodyInJobsAndForDisabledOrUnknownPeople() {
        JDBC.sql("update person set enabled = false where id = :id")
                .param("id", personId)
                .update();
        assertThatThrownBy(access::viewer).isInstanceOf(NotSignedIn.class);

        Acting.as(Ids.next());
        assertThatThrownBy(access::viewer).isInstanceOf(NotSignedIn.class);

        Acting.asNobody();
        assertThat(access.signedIn()).isEmpty();
        assertThatThrownBy(() -> access.may(Action.READ_COMPETITION, competition))
                .isInstanceOf(NotSignedIn.class);
    }

    private void onlyRole(Role role, UUID program, UUID ofCompetition) {
        JDBC.sql("delete from role_grant where person_id = ?").param(personId).update();
        grant(role, program, ofCompetition);
    }

    private void grant(Role role, UUID program, UUID ofCompetition) {
        JDBC.sql("""
                        insert into role_grant (id, person_id, role, program_id, competition_id, granted_at)
                        values (:id, :person, :role, cast(:program as uuid), cast(:competition as uuid), now())
                        """)
                .param("id", Ids.next())
                .param("person", personId)
                .param("role", role.name())
                .param("program", program == null ? null : program.toString())
                .param("competition", ofCompetition == null ? null : ofCompetition.toString())
                .update();
    }

    /** The matrix asks some thousand times; a connection for each would take minutes. */
    private static JdbcClient onOneConnection(TestDatabase database) {
        return JdbcClient.create(
                new SingleConnectionDataSource(database.url(), database.user(), database.password(), true));
    }

    private static Map<Action, List<String>> matrix() {
        var rows = new HashMap<Action, List<String>>();
        MATRIX.lines().skip(1).map(line -> Arrays.asList(line.split(" +"))).forEach(row -> {
            assertThat(row).hasSize(COLUMNS.length + 2);
            rows.put(Action.valueOf(row.getFirst()), row.subList(1, row.size()));
        });
        return rows;
    }

    private static List<Set<Relation>> subsets() {
        var subsets = new ArrayList<Set<Relation>>();
        for (int bits = 0; bits < 1 << Relation.values().length; bits++) {
            var subset = new HashSet<Relation>();
            for (var relation : Relation.values()) {
                if ((bits >> relation.ordinal() & 1) == 1) {
                    subset.add(relation);
                }
            }
            subsets.add(subset);
        }
        return subsets;
    }
}
