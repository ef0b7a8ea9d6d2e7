package org.regatta.project.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.Api;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.competition.RoundKind;
import org.regatta.identity.Acting;
import org.regatta.identity.NotVisible;
import org.regatta.identity.People;
import org.regatta.identity.PersonalData;
import org.regatta.identity.Role;
import org.regatta.identity.personal.Erasures;
import org.regatta.project.NewProject;
import org.regatta.project.Projects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** How a team grows and shrinks, and what it is not told on the way. */
@RegattaTest
class OwnTeamsIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    Joining joining;

    private Scene scene;
    private UUID call;
    private UUID leader;
    private UUID member;
    private UUID project;
    private Api team;
    private String path;

    @BeforeEach
    void aDraftOfTwoWhileTheCallIsOpen() {
        scene = new Scene(context);
        leader = scene.person("leader", Role.APPLICANT);
        member = scene.person("member", Role.APPLICANT);
        project = scene.bean(Projects.class)
                .enter(
                        scene.competitionId,
                        new NewProject("1", "Ledger", "", null, null, "Crew", List.of(leader, member), false));
        call = scene.round("call", RoundKind.INTAKE);
        sql("update round set status = 'OPEN', opened_at = now() where id = ?", call);
        team = new Api(context, leader);
        path = "/projects/" + project + "/team";
    }

    @AfterEach
    void nobodyAtWork() {
        Acting.asNobody();
    }

    @Test
    void growsBySomebodyKnownWhoJoinsAndShrinksAgain() {
        var mate = known("mate");
        var invited = invite(email(mate));
        assertThat(invited.status()).isEqualTo(201);
        assertThat(letter(mate)).contains("Crew", "Ledger", "/team-invitations/");

        var me = new Api(context, mate);
        var id = me.get("/team-invitations").json().at("/items/0/id").asText();
        assertThat(team.post("/team-invitations/" + id + "/accept", "").status())
                .isEqualTo(404);
        assertThat(me.post("/team-invitations/" + id + "/accept", "")
                        .json()
                        .path("projectId")
                        .asText())
                .isEqualTo(project.toString());

        assertThat(me.post("/team-invitations/" + id + "/accept", "").status()).isEqualTo(404);
        assertThat(me.get("/projects/" + project).json().path("team").toString())
                .contains("leader", "member", "mate");
        assertThat(team.get(path + "/invitations").json().path("items")).isEmpty();
        assertThat(invite(email(mate)).places()).containsExactly("email");

        assertThat(new Api(context, member).delete(path + "/members/" + mate).status())
                .isEqualTo(403);
        assertThat(team.delete(path + "/members/" + mate).status()).isEqualTo(204);
        assertThat(me.get("/projects/" + project).status()).isEqualTo(404);
        assertThat(new Api(context, member).delete(path + "/members/" + member).status())
                .isEqualTo(204);
        assertThat(team.delete(path + "/members/" + leader).status()).isEqualTo(409);
        assertThat(told())
                .containsExactly(
                        "project.teamMemberInvited",
                        "project.teamMemberJoined",
                        "project.teamMemberLeft",
                        "project.teamMemberLeft");
    }

    @Test
    void saysTheSameOfAKnownAnUnknownAJurorsAndAClosedAddress() {
        var juror = known("juror");
        scene.bean(People.class).grant(juror, Role.JURY_MEMBER, scene.programId, null);
        var closed = known("closed");
        sql("update person set enabled = false where id = ?", closed);
        var addresses = List.of(email(known("known")), "new." + project + "@example.org", email(juror), email(closed));

        assertThat(addresses).allSatisfy(one -> {
            assertThat(invite(one).text().replaceAll("[0-9a-f-]{36}", "id")).isEqualTo("{\"id\":\"id\"}");
            assertThat(invite(one).text()).contains("This person is invited already.");
        });

        assertThat(team.get(path + "/invitations").json().path("items").findValuesAsText("email"))
                .containsExactlyInAnyOrderElementsOf(addresses);
        // the round may be blind: nothing of a team reaches who judges it
        assertThat(letter(juror)).isEmpty();
        assertThat(new Api(context, juror).get("/team-invitations").json().path("items"))
                .isEmpty();
        assertThat(letter(closed)).isEmpty();
    }

    @Test
    void endsAnInvitationForWhoeverBecomesAJurorBeforeTheAnswer() {
        var mate = known("mate");
        var id = UUID.fromString(invite(email(mate)).json().path("id").asText());
        scene.bean(People.class).grant(mate, Role.JURY_MEMBER, null, scene.competitionId);
        Acting.as(mate);

        assertThatThrownBy(() -> joining.accept(id)).isInstanceOf(NotVisible.class);
    }

    @Test
    void refusesWhoDoesNotLeadWrongAddressesTooManyLettersAndAFullTeam() {
        assertThat(new Api(context, member)
                        .post(path + "/invitations", body("x@example.org"))
                        .status())
                .isEqualTo(403);
        for (var wrong : List.of(
                "", "nobody", "a@b", "x@p\u0430ypal.example", "x@example.org\\u000d\\u000aBcc: y@example.org")) {
            assertThat(invite(wrong).places()).as(wrong).containsExactly("email");
        }
        var id = invite("one." + project + "@example.org").json().path("id").asText();
        for (int letters = 2; letters <= OwnTeams.MOST_LETTERS; letters++) {
            assertThat(team.post(path + "/invitations/" + id + "/resend", "").status())
                    .isEqualTo(204);
        }
        assertThat(team.post(path + "/invitations/" + id + "/resend", "").status())
                .isEqualTo(422);
        for (int size = 3; size < OwnTeams.MOST; size++) {
            assertThat(invite(size + "." + project + "@example.org").status()).isEqualTo(201);
        }
        assertThat(invite("more." + project + "@example.org").text()).contains("A team has at most 20 people");
        assertThat(team.delete(path + "/invitations/" + id).status()).isEqualTo(204);
        assertThat(team.delete(path + "/invitations/" + id).status()).isEqualTo(404);
        assertThat(told()).contains("project.teamInvitationEnded");
    }

    @Test
    void staysAsItIsOnceTheCallHasClosed() {
        var mate = known("mate");
        var id = UUID.fromString(invite(email(mate)).json().path("id").asText());
        sql("update round set closes_at = now() - interval '1 second' where id = ?", call);

        assertThat(invite("late." + project + "@example.org").status()).isEqualTo(409);
        assertThat(team.delete(path + "/members/" + member).status()).isEqualTo(409);
        assertThat(new Api(context, mate)
                        .post("/team-invitations/" + id + "/accept", "")
                        .status())
                .isEqualTo(409);
        assertThat(new Api(context, mate).delete("/team-invitations/" + id).status())
                .isEqualTo(204);
    }

    @Test
    void standsInTheDataOfBothAndGoesWithTheErasureOfWhoWasInvited() {
        var mate = known("mate");
        invite(email(mate));
        assertThat(data(mate)).contains("teamInvitations=[{team=Crew");
        assertThat(data(leader)).contains("teamInvitationsSent=[{team=Crew, email=" + email(mate));

        Acting.as(mate);
        scene.bean(Erasures.class).ask("I leave");
        Acting.as(scene.admin);
        scene.bean(Erasures.class).approve(mate);

        assertThat(data(leader)).doesNotContain("team=Crew, email=");
    }

    private Api.Answer invite(String email) {
        return team.post(path + "/invitations", body(email));
    }

    private static String body(String email) {
        return "{\"email\":\"" + email + "\"}";
    }

    /** Somebody whose account is theirs already. */
    private UUID known(String name) {
        var id = scene.person(name);
        sql("update person set last_sign_in_at = now() where id = ?", id);
        return id;
    }

    private String email(UUID person) {
        return scene.rows()
                .sql("select email from person where id = ?")
                .param(person)
                .query(String.class)
                .single();
    }

    private String letter(UUID person) {
        return String.join(
                "",
                scene.rows()
                        .sql("select body from notification where person_id = ?")
                        .param(person)
                        .query(String.class)
                        .list());
    }

    private List<String> told() {
        return scene.rows()
                .sql("select type from audit_entry where subject = ? and type like 'project.team%' order by id")
                .param(project.toString())
                .query(String.class)
                .list();
    }

    private String data(UUID person) {
        return context.getBeansOfType(PersonalData.class).values().stream()
                .filter(one -> one.part().equals("project"))
                .map(one -> one.of(person))
                .toList()
                .toString();
    }

    private void sql(String statement, Object... values) {
        scene.rows().sql(statement).params(List.of(values)).update();
    }
}
