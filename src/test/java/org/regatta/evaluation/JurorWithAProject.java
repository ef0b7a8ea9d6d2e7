package org.regatta.evaluation;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.regatta.RegattaTest;
import org.regatta.identity.Acting;
import org.regatta.rubric.ScoreValue;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** A juror at work who has one project to evaluate: what tests of evaluations begin with. */
@RegattaTest
@RecordApplicationEvents
abstract class JurorWithAProject {

    static final Map<String, ScoreValue> FOURTEEN = Map.of("points", ScoreValue.of("14"));

    @Autowired
    Evaluations evaluations;

    @Autowired
    EvaluationProgress progress;

    @Autowired
    JdbcClient database;

    @Autowired
    ApplicationEvents events;

    Edition edition;
    UUID juror;
    UUID project;
    UUID assignment;

    @BeforeEach
    void aJurorHasAProject() {
        edition = Edition.open(database);
        juror = edition.juror();
        project = edition.project();
        assignment = edition.assign(project, juror);
        Acting.as(juror);
    }

    @AfterEach
    void nobodyIsLeft() {
        Acting.asNobody();
    }
}
