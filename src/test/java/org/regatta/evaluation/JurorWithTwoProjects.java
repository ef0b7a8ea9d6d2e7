package org.regatta.evaluation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.regatta.identity.Acting;
import org.regatta.identity.Role;
import org.regatta.project.Participations;
import org.regatta.rubric.ScoreValue;
import org.regatta.shared.PageRequest;
import org.regatta.workflow.Inbox;
import org.regatta.workflow.InboxFilter;
import org.regatta.workflow.TaskView;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An open round in which a juror is silent about two projects; another has one of them, and a third has none. */
abstract class JurorWithTwoProjects {

    @Autowired
    Evaluations evaluations;

    @Autowired
    Participations participations;

    @Autowired
    Inbox inbox;

    @Autowired
    JdbcClient database;

    Edition edition;
    UUID admin;
    UUID silent;
    UUID busy;
    UUID free;
    UUID first;
    UUID second;

    @BeforeEach
    void aJurorHasTwoProjects() {
        edition = Edition.open(database);
        admin = edition.person(Role.PROGRAM_ADMIN);
        silent = edition.juror();
        busy = edition.juror();
        free = edition.juror();
        first = edition.project();
        second = edition.project();
        edition.assign(first, silent);
        edition.assign(second, silent);
        edition.assign(second, busy);
        participations.admit(edition.roundId(), List.of(first, second));
        Acting.as(silent);
        tasks(2);
    }

    @AfterEach
    void nobodyIsLeft() {
        Acting.asNobody();
    }

    static Map<String, ScoreValue> points(int points) {
        return Map.of("points", ScoreValue.of(String.valueOf(points)));
    }

    List<TaskView> tasks(int howMany) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .pollInSameThread()
                .until(this::open, found -> found.size() == howMany);
    }

    List<TaskView> open() {
        return inbox.open(InboxFilter.ALL.inRound(edition.roundId()), new PageRequest(0, 10))
                .items();
    }
}
