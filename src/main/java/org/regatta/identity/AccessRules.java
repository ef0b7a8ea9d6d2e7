package org.regatta.identity;

import static org.regatta.identity.AccessRules.Condition.ASSIGNED;
import static org.regatta.identity.AccessRules.Condition.HELD;
import static org.regatta.identity.AccessRules.Condition.MENTORED;
import static org.regatta.identity.AccessRules.Condition.NEUTRAL;
import static org.regatta.identity.AccessRules.Condition.OWN_TEAM;
import static org.regatta.identity.AccessRules.Condition.SHORTLISTED;
import static org.regatta.identity.Role.APPLICANT;
import static org.regatta.identity.Role.AUDIENCE;
import static org.regatta.identity.Role.AWARD_MASTER;
import static org.regatta.identity.Role.JURY_MEMBER;
import static org.regatta.identity.Role.MENTOR;
import static org.regatta.identity.Role.OBSERVER;
import static org.regatta.identity.Role.PROGRAM_ADMIN;
import static org.regatta.identity.Role.SUPER_ADMIN;

import java.util.EnumMap;
import java.util.Map;

/** The matrix: for every action, which roles may do it and on which condition. What is not listed is refused. */
final class AccessRules {

    /** What a role needs besides holding at the place. */
    enum Condition {
        /** Nothing more. */
        HELD,
        /** An active assignment for the project, no conflict with it, and no own project in the competition. */
        ASSIGNED,
        /** Named as mentor of the project, and no conflict with it. */
        MENTORED,
        /** A released decision let the project go on or awarded it, and no conflict with it. */
        SHORTLISTED,
        /** The project is the own team's. */
        OWN_TEAM,
        /** No own project in the competition. */
        NEUTRAL
    }

    /**
     * One row of the matrix.
     *
     * @param conflictWins whether a conflict of interest with the project refuses it to every role
     */
    record Rule(Map<Role, Condition> roles, boolean conflictWins) {

        private static Rule of(boolean conflictWins, Role... roles) {
            var held = new EnumMap<Role, Condition>(Role.class);
            for (var role : roles) {
                held.put(role, HELD);
            }
            return new Rule(held, conflictWins);
        }

        private Rule and(Role role, Condition condition) {
            var more = new EnumMap<Role, Condition>(Role.class);
            more.putAll(roles);
            more.put(role, condition);
            return new Rule(more, conflictWins);
        }
    }

    private static final Map<Action, Rule> RULES = rules();

    private AccessRules() {}

    static Rule of(Action action) {
        var rule = RULES.get(action);
        if (rule == null) {
            throw new IllegalStateException("No row of the access matrix decides " + action);
        }
        return rule;
    }

    private static Map<Action, Rule> rules() {
        var rules = new EnumMap<Action, Rule>(Action.class);
        competitions(rules);
        projects(rules);
        evaluations(rules);
        results(rules);
        return rules;
    }

    private static void competitions(Map<Action, Rule> rules) {
        rules.put(
                Action.READ_COMPETITION,
                open(SUPER_ADMIN, PROGRAM_ADMIN, JURY_MEMBER, MENTOR, OBSERVER, APPLICANT, AWARD_MASTER, AUDIENCE));
        rules.put(Action.READ_JUDGING, open(SUPER_ADMIN, PROGRAM_ADMIN, JURY_MEMBER, MENTOR, OBSERVER, AWARD_MASTER));
        rules.put(Action.RUN_COMPETITION, open(SUPER_ADMIN, PROGRAM_ADMIN));
        rules.put(Action.IMPORT, open(SUPER_ADMIN, PROGRAM_ADMIN));
        rules.put(Action.READ_MODEL, open(SUPER_ADMIN, PROGRAM_ADMIN, OBSERVER));
        rules.put(Action.CHECK_MODEL, open(SUPER_ADMIN, PROGRAM_ADMIN));
        rules.put(Action.DEPLOY_MODEL, open(SUPER_ADMIN));
        rules.put(Action.MANAGE_PEOPLE, open(SUPER_ADMIN, PROGRAM_ADMIN));
    }

    private static void projects(Map<Action, Rule> rules) {
        rules.put(
                Action.READ_PROJECT,
                open(SUPER_ADMIN, PROGRAM_ADMIN, OBSERVER)
                        .and(JURY_MEMBER, ASSIGNED)
                        .and(MENTOR, MENTORED)
                        .and(AWARD_MASTER, SHORTLISTED)
                        .and(APPLICANT, OWN_TEAM));
        rules.put(Action.ENTER_PROJECT, open(APPLICANT));
        rules.put(Action.WRITE_PROJECT, open(SUPER_ADMIN).and(APPLICANT, OWN_TEAM));
        rules.put(Action.INVITE_TO_TEAM, open().and(APPLICANT, OWN_TEAM));
        rules.put(Action.ADMINISTER_PROJECT, open(SUPER_ADMIN, PROGRAM_ADMIN));
        rules.put(Action.NAME_MENTORS, guarded(SUPER_ADMIN, PROGRAM_ADMIN));
        projectFiles(rules);
    }

    private static void projectFiles(Map<Action, Rule> rules) {
        rules.put(
                Action.READ_PROJECT_FILES,
                open(SUPER_ADMIN, PROGRAM_ADMIN)
                        .and(JURY_MEMBER, ASSIGNED)
                        .and(MENTOR, MENTORED)
                        .and(APPLICANT, OWN_TEAM));
        rules.put(
                Action.READ_PROJECT_FILES_AFTER_RELEASE,
                open(SUPER_ADMIN, PROGRAM_ADMIN, OBSERVER)
                        .and(JURY_MEMBER, ASSIGNED)
                        .and(MENTOR, MENTORED)
                        .and(AWARD_MASTER, SHORTLISTED)
                        .and(APPLICANT, OWN_TEAM));
        rules.put(Action.WRITE_PROJECT_FILES, open().and(APPLICANT, OWN_TEAM));
    }

    private static void evaluations(Map<Action, Rule> rules) {
        rules.put(Action.READ_ASSIGNMENTS, guarded(SUPER_ADMIN, PROGRAM_ADMIN));
        rules.put(Action.MANAGE_ASSIGNMENTS, guarded(SUPER_ADMIN, PROGRAM_ADMIN));
        rules.put(Action.DECLARE_CONFLICT, open(JURY_MEMBER, MENTOR));
        rules.put(Action.WRITE_EVALUATION, guarded().and(JURY_MEMBER, ASSIGNED));
        rules.put(Action.READ_EVALUATIONS, guarded(SUPER_ADMIN, PROGRAM_ADMIN));
        rules.put(Action.READ_EVALUATIONS_AFTER_CLOSE, guarded(SUPER_ADMIN, PROGRAM_ADMIN, OBSERVER, AWARD_MASTER));
        rules.put(
                Action.READ_EVALUATIONS_IN_DELIBERATION,
                guarded(SUPER_ADMIN, PROGRAM_ADMIN, OBSERVER, AWARD_MASTER).and(JURY_MEMBER, ASSIGNED));
        rules.put(Action.REOPEN_EVALUATION, guarded(SUPER_ADMIN, PROGRAM_ADMIN));
    }

    private static void results(Map<Action, Rule> rules) {
        rules.put(Action.READ_PROGRESS, open(SUPER_ADMIN, PROGRAM_ADMIN, OBSERVER));
        rules.put(Action.READ_RANKING_BEFORE_CLOSE, guarded(SUPER_ADMIN));
        rules.put(Action.READ_RANKING, guarded(SUPER_ADMIN, PROGRAM_ADMIN, OBSERVER, AWARD_MASTER));
        rules.put(
                Action.READ_RANKING_IN_DELIBERATION,
                guarded(SUPER_ADMIN, PROGRAM_ADMIN, OBSERVER, AWARD_MASTER).and(JURY_MEMBER, NEUTRAL));
        rules.put(
                Action.READ_RESULT_AFTER_RELEASE,
                guarded(SUPER_ADMIN, PROGRAM_ADMIN, OBSERVER, AWARD_MASTER).and(MENTOR, MENTORED));
        rules.put(Action.READ_OWN_RESULT, guarded().and(APPLICANT, OWN_TEAM));
        rules.put(Action.APPROVE_RANKING, guarded(SUPER_ADMIN, PROGRAM_ADMIN));
        rules.put(Action.READ_DECISIONS, guarded(SUPER_ADMIN, PROGRAM_ADMIN, OBSERVER, AWARD_MASTER));
        rules.put(
                Action.READ_DECISIONS_IN_DELIBERATION,
                guarded(SUPER_ADMIN, PROGRAM_ADMIN, OBSERVER, AWARD_MASTER).and(JURY_MEMBER, NEUTRAL));
        rules.put(Action.DECIDE, guarded(SUPER_ADMIN, PROGRAM_ADMIN));
        rules.put(Action.READ_HISTORY, guarded(SUPER_ADMIN, PROGRAM_ADMIN, OBSERVER));
        rules.put(Action.READ_DECISION_HISTORY, guarded(SUPER_ADMIN, PROGRAM_ADMIN, OBSERVER, AWARD_MASTER));
        rules.put(Action.VERIFY_AUDIT, open(SUPER_ADMIN, OBSERVER));
    }

    private static Rule open(Role... roles) {
        return Rule.of(false, roles);
    }

    private static Rule guarded(Role... roles) {
        return Rule.of(true, roles);
    }
}
