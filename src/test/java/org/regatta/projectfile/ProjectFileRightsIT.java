package org.regatta.projectfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regatta.identity.Role.APPLICANT;
import static org.regatta.identity.Role.AUDIENCE;
import static org.regatta.identity.Role.AWARD_MASTER;
import static org.regatta.identity.Role.JURY_MEMBER;
import static org.regatta.identity.Role.MENTOR;
import static org.regatta.identity.Role.OBSERVER;
import static org.regatta.identity.Role.PROGRAM_ADMIN;
import static org.regatta.projectfile.Crew.PLAN;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regatta.Api;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.TestStore;
import org.regatta.identity.Acting;
import org.regatta.identity.People;
import org.regatta.jury.Conflicts;
import org.regatta.project.mentor.Mentors;
import org.regatta.shared.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Who may read the files of a project: the row "project file" of the access matrix. */
@RegattaTest
class ProjectFileRightsIT {

    @Autowired
    private ApplicationContext context;

    private Crew crew;

    @AfterEach
    void nobodyIsLeft() {
        Acting.asNobody();
    }

    @Test
    void givesEveryRoleWhatTheMatrixSaysAndHidesNamesInABlindRound() throws Exception {
        crew = new Crew(context);
        String file;
        try (var store = new TestStore()) {
            file = crew.uploaded(PLAN);
        }
        assertThat(crew.handsIn().status()).isEqualTo(204);
        var people = people();

        assertThat(statuses(people, file)).isEqualTo(expected(403, 404));
        crew.sql("update project set status = 'ADVANCED' where id = ?", crew.project); // a decision is released
        assertThat(statuses(people, file)).isEqualTo(expected(200, 200));

        var juror = new Api(context, people.get("assigned juror"));
        assertThat(juror.get(crew.files()).text()).contains("PRESENTATION").doesNotContain("Crew", "\"name\"");
        assertThat(crew.link(juror, file)).contains("TP-7-presentation-1.pdf").doesNotContain("Crew");
        var awards = new Api(context, people.get("award master"));
        assertThat(awards.get(crew.files()).text()).contains("PRESENTATION").doesNotContain("Crew", "\"name\"");
        assertThat(crew.link(awards, file)).contains("TP-7-presentation-1.pdf").doesNotContain("Crew");
        assertThat(crew.link(crew.team, file)).contains("Crew%20plan.pdf");
        for (var person : people.values()) {
            var api = new Api(context, person);
            assertThat(api.post(crew.files(), PLAN).status()).isIn(403, 404, 409);
            assertThat(api.delete(crew.file(file)).status()).isIn(403, 404, 409);
        }
        assertThat(juror.get("/projects/" + crew.scene.projects(1).getFirst() + "/files/" + file)
                        .status())
                .isEqualTo(404);
    }

    /** Status of list and link; a denied object is a missing one, a denied function is said. */
    private Map<String, Integer> statuses(Map<String, UUID> people, String file) {
        var statuses = new LinkedHashMap<String, Integer>();
        people.forEach((name, person) -> {
            var api = new Api(context, person);
            var list = api.get(crew.files()).status();
            assertThat(api.get(crew.file(file) + "/link").status()).as(name).isEqualTo(list);
            statuses.put(name, list);
        });
        return statuses;
    }

    private static Map<String, Integer> expected(int observer, int awardMaster) {
        var expected = new LinkedHashMap<String, Integer>();
        expected.put("super admin", 200);
        expected.put("program admin", 200);
        expected.put("admin of another program", 404);
        expected.put("assigned juror", 200);
        expected.put("juror in conflict", 404);
        expected.put("other juror", 404);
        expected.put("observer", observer);
        expected.put("other team", 404);
        expected.put("mentor", 404);
        expected.put("mentor of the project", 200);
        expected.put("award master", awardMaster);
        expected.put("audience", 404);
        expected.put("nobody in particular", 404);
        return expected;
    }

    private void judge(UUID round, Scene.Jury jury) {
        for (int at = 0; at < 2; at++) {
            crew.sql(
                    """
                    insert into assignment (id, round_id, project_id, juror_id, person_id, state, created_at)
                    values (?, ?, ?, ?, ?, 'ACTIVE', now())""",
                    Ids.next(),
                    round,
                    crew.project,
                    jury.jurors().get(at),
                    jury.persons().get(at));
        }
    }

    private Map<String, UUID> people() {
        var jury = crew.scene.jury("jury", 3);
        var round = crew.scene.evaluationRound("blind", true);
        crew.sql(
                "insert into participation (round_id, project_id, state) values (?, ?, 'EVALUATED')",
                round,
                crew.project);
        judge(round, jury);
        var people = new LinkedHashMap<String, UUID>();
        people.put("super admin", crew.scene.admin);
        people.put("program admin", crew.scene.person("organiser", PROGRAM_ADMIN));
        var elsewhere = new Scene(context);
        people.put("admin of another program", elsewhere.person("elsewhere", PROGRAM_ADMIN));
        jury.persons()
                .forEach(person ->
                        crew.scene.bean(People.class).grant(person, JURY_MEMBER, null, crew.scene.competitionId));
        people.put("assigned juror", jury.persons().get(0));
        people.put("juror in conflict", jury.persons().get(1));
        people.put("other juror", jury.persons().get(2));
        people.put("observer", crew.scene.person("observer", OBSERVER));
        people.put("other team", crew.scene.person("other", APPLICANT));
        people.put("mentor", crew.scene.person("mentor", MENTOR));
        people.put("mentor of the project", crew.scene.person("mentor", MENTOR));
        crew.scene.bean(Mentors.class).name(crew.project, people.get("mentor of the project"));
        people.put("award master", crew.scene.person("awards", AWARD_MASTER));
        people.put("audience", crew.scene.person("audience", AUDIENCE));
        people.put("nobody in particular", crew.scene.person("nobody"));
        Acting.as(jury.persons().get(1));
        crew.scene.bean(Conflicts.class).declare(crew.project, "my sister");
        Acting.as(crew.scene.admin);
        return people;
    }
}
