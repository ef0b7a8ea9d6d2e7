package org.regatta;

import static org.assertj.core.api.Assertions.assertThat;

import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.junit.jupiter.api.Test;

class MigrationTest {

    @Test
    void givesTheEngineItsTables() {
        var database = TestDatabase.fresh();
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(database.dataSource());
        configuration.setDatabaseSchemaUpdate("false"); // checks the version and the tables, and refuses others
        configuration.setJobExecutorActivate(false);
        configuration.setEnforceHistoryTimeToLive(false);

        var engine = configuration.buildProcessEngine();

        assertThat(engine.getRepositoryService().createProcessDefinitionQuery().count())
                .isZero();
        assertThat(engine.getHistoryService().createHistoricTaskInstanceQuery().count())
                .isZero();
        assertThat(engine.getExternalTaskService().createExternalTaskQuery().count())
                .isZero();
        engine.close();
    }

    @Test
    void keepsDatabasesApart() {
        var one = TestDatabase.fresh();
        var other = TestDatabase.fresh();

        one.jdbc()
                .sql("insert into person (id, email, name, created_at) values (gen_random_uuid(), 'a@x', 'A', now())")
                .update();

        assertThat(one.jdbc()
                        .sql("select count(*) from person")
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(other.jdbc()
                        .sql("select count(*) from person")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
