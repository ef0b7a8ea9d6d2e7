package org.regatta.deliberation;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.regatta.RegattaTest;
import org.regatta.evaluation.Edition;
import org.regatta.identity.Acting;
import org.regatta.identity.Role;
import org.regatta.shared.PageRequest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.RecordApplicationEvents;

/** Three projects to be decided by the admin at work: what tests of decisions begin with. */
@RegattaTest
@RecordApplicationEvents
abstract class ThreeScoredProjects {

    @Autowired
    Decisions decisions;

    @Autowired
    DecisionLifecycle lifecycle;

    @Autowired
    JdbcClient database;

    Edition edition;
    UUID admin;
    UUID applicant;
    UUID best;
    UUID middle;
    UUID last;

    @BeforeEach
    void threeProjectsAreScored() {
        edition = Edition.open(database);
        admin = edition.person(Role.PROGRAM_ADMIN);
        applicant = edition.person(Role.APPLICANT);
        last = edition.project();
        middle = edition.project();
        best = edition.project(applicant);
        Acting.as(admin);
    }

    @AfterEach
    void nobodyIsLeft() {
        Acting.asNobody();
    }

    /** Ranked and proposed in an open deliberation. */
    UUID proposed(int advancing) {
        edition.ranked(advancing, best, middle, last);
        var round = edition.deliberation("OPEN");
        lifecycle.propose(round);
        return round;
    }

    List<DecisionView> all(UUID round) {
        return decisions.of(round, new PageRequest(0, 50)).items();
    }

    static NewDecision decision(UUID project, Outcome outcome, String reason) {
        return new NewDecision(project, outcome, null, null, reason);
    }
}
