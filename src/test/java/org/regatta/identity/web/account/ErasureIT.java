package org.regatta.identity.web.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regatta.Api;
import org.regatta.OpenRound;
import org.regatta.RegattaTest;
import org.regatta.identity.Acting;
import org.regatta.identity.NotVisible;
import org.regatta.identity.People;
import org.regatta.identity.personal.Erasures;
import org.regatta.shared.Contains;
import org.regatta.shared.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A juror who has judged is erased: nothing says who it was, everything they judged stays. */
@RegattaTest
class ErasureIT {

    private static final String NAME = "Wilhelmina Quackenbush";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Erasures erasures;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void nobody() {
        Acting.asNobody();
    }

    @Test
    void leavesResultsUnderAPseudonymAndTheNameNowhere() {
        var round = new OpenRound(context, 2, 2);
        var juror = round.jury.persons().getFirst();
        var email = "wilhelmina." + juror + "@quackenbush.example";
        jdbc.sql("update person set name = ?, email = ? where id = ?")
                .params(NAME, email, juror)
                .update();
        round.submits(0, 2);
        var evaluations = evaluations(juror);
        var finished = finishedTasks(juror);
        assertThat(List.of(evaluations.size(), finished)).containsOnly(2);
        hasAPasskeyAndAnApp(juror);
        var api = new Api(context, juror);
        wasAnsweredBeforeAndLookedAtOthers(juror, round.scene.admin);
        new OwnNameWritten(context, juror, NAME).everywhere(round);
        assertThat(placesOf(NAME)).containsAll(OwnNameWritten.PLACES);

        isErased(juror, round.scene.admin);

        assertThat(placesOf(NAME)).isEmpty();
        assertThat(placesOf(email)).isEmpty();
        assertThat(waysToSignIn(juror)).isZero();
        assertThat(choseALanguage(juror)).isFalse();
        assertThat(evaluations(juror)).isEqualTo(evaluations);
        assertThat(finishedTasks(juror)).isEqualTo(finished);
        var pseudonym = people.byIds(List.of(juror)).get(juror);
        assertThat(pseudonym.name()).matches("Person [0-9A-F]{8}");
        assertThat(pseudonym.enabled()).isFalse();
        assertThat(placesOf("Signed: " + pseudonym.name())).containsExactly("evaluation.comment");
        assertThat(placesOf("Kept of " + round.scene.admin)).containsExactly("import_run.findings");
        assertThat(api.get("/me").status()).isEqualTo(401);
        assertThat(new Api(context, round.scene.admin).get("/people/" + juror).status())
                .isEqualTo(404);
        assertThat(timesErased(juror)).isOne();
        assertThatThrownBy(() -> erasures.approve(juror)).isInstanceOf(NotVisible.class);
    }

    private void isErased(UUID juror, UUID admin) {
        Acting.as(juror);
        erasures.ask("I leave");
        Acting.as(admin);
        assertThat(erasures.of(juror)).isPresent();
        erasures.approve(juror);
    }

    private boolean choseALanguage(UUID juror) {
        return jdbc.sql("select language_chosen from person where id = ?")
                .param(juror)
                .query(Boolean.class)
                .single();
    }

    private int timesErased(UUID juror) {
        return jdbc.sql("select count(*) from audit_entry where subject = ? and type = 'identity.personErased'")
                .param(juror.toString())
                .query(Integer.class)
                .single();
    }

    private void hasAPasskeyAndAnApp(UUID juror) {
        jdbc.sql("""
            insert into passkey (id, person_id, name, credential_id, public_key, signature_count, uv_initialized,
                                 backup_eligible, backup_state, transports, attestation_object, client_data, created_at)
            values (gen_random_uuid(), :juror, :name, uuid_send(gen_random_uuid()), '', 0, true, false, false, '', '', '',
                    now())\
            """).param("juror", juror).param("name", NAME + "'s phone").update();
        jdbc.sql("insert into second_factor (person_id, sealed_secret, confirmed_at) values (?, 'sealed', now())")
                .param(juror)
                .update();
        jdbc.sql("insert into recovery_code (person_id, code_hash) values (?, '')")
                .param(juror)
                .update();
    }

    private void wasAnsweredBeforeAndLookedAtOthers(UUID juror, UUID admin) {
        jdbc.sql("""
            insert into erasure_request (id, person_id, requested_at, decided_at, erased, answer)
            values (:id, :juror, now(), now(), false, :name)\
            """)
                .param("id", Ids.next())
                .param("juror", juror)
                .param("name", "Not yet, " + NAME)
                .update();
        jdbc.sql("""
            insert into view_as (id, actor_id, person_id, reason, begun_at, ends_at, ended_at)
            values (gen_random_uuid(), :juror, :admin, :name, now(), now(), now())\
            """)
                .param("juror", juror)
                .param("admin", admin)
                .param("name", NAME + " looks")
                .update();
        jdbc.sql("update person set language_chosen = true where id = ?")
                .param(juror)
                .update();
    }

    private int waysToSignIn(UUID juror) {
        return jdbc.sql("""
            select (select count(*) from passkey where person_id = :juror)
                 + (select count(*) from second_factor where person_id = :juror)
                 + (select count(*) from recovery_code where person_id = :juror)\
            """).param("juror", juror).query(Integer.class).single();
    }

    private List<String> evaluations(UUID juror) {
        return jdbc.sql("""
            select concat_ws('|', e.project_id, e.state, e.scores, e.total)
              from evaluation e join assignment a on a.id = e.assignment_id
             where a.person_id = ? order by e.project_id\
            """).param(juror).query(String.class).list();
    }

    /** The engine knows the juror by the id alone, before and after. */
    private int finishedTasks(UUID juror) {
        return jdbc.sql("select count(*) from act_hi_taskinst where assignee_ = ? and end_time_ is not null")
                .param(juror.toString())
                .query(Integer.class)
                .single();
    }

    /** Every column of every table, the engine's included, in which the text stands. */
    private List<String> placesOf(String text) {
        return jdbc.sql("""
            select c.table_name || '.' || c.column_name
              from information_schema.columns c
              join information_schema.tables t using (table_schema, table_name)
             where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
               and c.data_type in ('text', 'character varying', 'jsonb', 'json')
             order by 1\
            """).query(String.class).list().stream()
                .filter(column -> holds(column, text))
                .toList();
    }

    private boolean holds(String column, String text) {
        var dot = column.indexOf('.');
        return jdbc.sql("select exists (select 1 from \"" + column.substring(0, dot) + "\" where lower(cast(\""
                        + column.substring(dot + 1) + "\" as text)) like lower(:text))")
                .param("text", Contains.pattern(text))
                .query(Boolean.class)
                .single();
    }
}
