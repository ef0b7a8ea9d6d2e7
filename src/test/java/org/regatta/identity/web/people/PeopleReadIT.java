package org.regatta.identity.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.regatta.Api;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Lists of people are personal data in bulk: who read one is written down. */
@RegattaTest
class PeopleReadIT {

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    @Test
    void writesDownWhoReadAListOfPeople() {
        var scene = new Scene(context);
        var organiser = scene.person("organiser");
        people.grant(organiser, Role.PROGRAM_ADMIN, scene.programId, null);
        var juror = scene.person("juror", Role.JURY_MEMBER);

        new Api(context, organiser).get("/people?place=" + scene.programId);
        new Api(context, organiser).get("/people?q=nobodyofthatname");
        new Api(context, juror).get("/people");

        assertThat(scene.rows()
                        .sql("""
                                select details ->> 'kind' || ' ' || (details ->> 'rows') from audit_entry
                                 where type = 'identity.personalDataRead' and actor_id = :reader
                                   and subject = :place""")
                        .param("reader", organiser)
                        .param("place", scene.programId.toString())
                        .query(String.class)
                        .list())
                .containsExactly("people 2");
        assertThat(scene.rows()
                        .sql("select type from audit_entry where actor_id = :reader order by id desc limit 1")
                        .param("reader", juror)
                        .query(String.class)
                        .single())
                .isEqualTo("identity.attemptDenied");
    }
}
