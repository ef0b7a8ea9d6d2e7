package org.regatta;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.junit.jupiter.api.Test;

class MigrationTest {

    @Test
    void givesTheEngineItsTables() {
        var database = TestDatabase.fresh();

        var engine = engine(database, "false"); // checks the version and the tables, and refuses others

        assertThat(engine.getRepositoryService().createProcessDefinitionQuery().count())
                .isZero();
        assertThat(engine.getHistoryService().createHistoricTaskInstanceQuery().count())
                .isZero();
        assertThat(engine.getExternalTaskService().createExternalTaskQuery().count())
                .isZero();
        engine.close();
    }

    /** An engine of another version brings other scripts; what they would change here is to come as a migration. */
    @Test
    void givesTheEngineTheTablesItWouldMakeItself() {
        var its = TestDatabase.empty();
        engine(its, "true").close(); // makes what is missing, by the scripts inside the engine's jar

        var ours = TestDatabase.fresh();

        assertThat(described(ours, COLUMNS)).isNotEmpty().isEqualTo(described(its, COLUMNS));
        assertThat(described(ours, CONSTRAINTS)).isNotEmpty().isEqualTo(described(its, CONSTRAINTS));
        assertThat(described(ours, INDEXES)).isNotEmpty().isEqualTo(described(its, INDEXES));
    }

    private static final String COLUMNS = """
            select table_name || '.' || column_name || ' ' || data_type || ' ' || coalesce(character_maximum_length, 0) || ' '
                   || coalesce(numeric_precision, 0) || ' ' || is_nullable || ' ' || coalesce(column_default, '')
              from information_schema.columns where table_schema = 'public' and table_name like 'act\\_%' order by 1""";

    private static final String CONSTRAINTS = """
            select t.relname || ' ' || pg_get_constraintdef(c.oid)
              from pg_constraint c join pg_class t on t.oid = c.conrelid
             where t.relname like 'act\\_%' order by 1""";

    private static final String INDEXES = """
            select indexdef from pg_indexes
             where schemaname = 'public' and tablename like 'act\\_%' and indexname not like 'regatta\\_%' order by 1""";

    private static List<String> described(TestDatabase database, String query) {
        return database.jdbc().sql(query).query(String.class).list();
    }

    private static ProcessEngine engine(TestDatabase database, String schemaUpdate) {
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setDataSource(database.dataSource());
        configuration.setDatabaseSchemaUpdate(schemaUpdate);
        configuration.setJobExecutorActivate(false);
        configuration.setEnforceHistoryTimeToLive(false);
        return configuration.buildProcessEngine();
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
