package org.regatta.story;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who ever had a task about which project, as the inbox and the engine kept it, whatever became of the task. */
record JurorsTasks(JdbcClient jdbc) {

    /** {@code project person} of every task of a juror in the inbox, open, completed or cancelled. */
    List<String> ofInbox() {
        return read("""
                select project_id || ' ' || assignee from inbox_task
                where process_key = 'evaluateProject' and assignee is not null""");
    }

    /** The same of the engine's own history. */
    List<String> ofEngine() {
        return read("""
                select split_part(p.business_key_, ':', 2) || ' ' || t.assignee_
                from act_hi_taskinst t join act_hi_procinst p on p.id_ = t.proc_inst_id_
                where t.proc_def_key_ = 'evaluateProject' and t.assignee_ is not null""");
    }

    /** {@code project person} of every recusal. */
    List<String> recused() {
        return read("select r.project_id || ' ' || j.person_id from recusal r join juror j on j.id = r.juror_id");
    }

    private List<String> read(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
