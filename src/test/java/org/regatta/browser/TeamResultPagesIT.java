package org.regatta.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.JudgedRound;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.identity.Acting;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.shared.Ids;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** What a team finds about its result on its project's page. */
@RegattaTest
class TeamResultPagesIT {

    private static final String PASSWORD = "calm-water-2026";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    private JudgedRound judged;
    private UUID project;
    private String applicant;

    @BeforeEach
    void aRoundIsJudgedAndReleased() {
        var scene = new Scene(context);
        judged = new JudgedRound(scene, 8, "{\"perCategory\": true, \"advance\": {\"kind\": \"BY_HAND\"}}");
        project = judged.projects.getFirst();
        texts();
        judged.approved();
        judged.sql("""
                insert into decision (id, round_id, project_id, rank, cumulative_result, outcome, reason, state, released_at)
                select ?, ?, w.project_id, w.rank, w.cumulative_result, 'ADVANCES', 'Not for the team.', 'RELEASED', now()
                  from ranking_row w join ranking k on k.id = w.ranking_id
                 where k.round_id = ? and w.project_id = ?""", Ids.next(), judged.deliberation(), judged.roundId, project);
        applicant = "applicant." + scene.competitionId + "@results.example";
        var people = context.getBean(People.class);
        var person = people.ensure(new NewPerson(applicant, "Ada Applicant"));
        people.setPassword(person, PASSWORD);
        people.grant(person, Role.APPLICANT, null, scene.competitionId);
        judged.sql(
                "insert into team_member (team_id, person_id, leads) select team_id, ?, true from project where id = ?",
                person,
                project);
    }

    @AfterEach
    void nobodyIsLeft() {
        Acting.asNobody();
    }

    @Test
    void aTeamReadsItsOwnResultAsFarAsTheRoundTellsIt() {
        try (var visitor = visitor().signIn(applicant, PASSWORD)) {
            told("DECISION");
            visitor.open("/projects/" + project);
            assertThat(visitor.page().textContent("main"))
                    .contains("Advances")
                    .doesNotContain("Your result", "Keep the second year");

            told("RESULT");
            visitor.open("/projects/" + project);
            assertThat(visitor.page().textContent("section[aria-labelledby=result-0]"))
                    .contains("Place 1 of 3 in the category Blue carbon", "Impact", "1 to 5")
                    .doesNotContain("Keep the second year");

            told("RESULT_AND_TEXTS");
            visitor.open("/projects/" + project);
            assertThat(visitor.page().locator("section[aria-labelledby=result-0] li").allTextContents().stream()
                            .map(String::strip))
                    .containsExactly(
                            "A clear plan that others can repeat.",
                            "Keep the second year small.",
                            "Talk to the harbour master early.",
                            "Who pays for the boat?");
            assertThat(visitor.page().textContent("main"))
                    .doesNotContain("J1", "J2", "Not for the team.", "the second year is thin");
            visitor.judge("applicant-result");
            visitor.open("/projects/" + project + "?lang=fr");
            assertThat(visitor.page().textContent("main"))
                    .contains("Votre résultat", "Place 1 sur 3 dans la catégorie Blue carbon");
            visitor.judge("applicant-result-fr");
        }
    }

    private void told(String feedback) {
        judged.sql("update round set feedback = ? where id = ?", feedback, judged.roundId);
    }

    /** Each juror wrote to the team. */
    private void texts() {
        judged.sql("""
                insert into criterion (id, rubric_id, position, key, label, kind, weight, required, for_team)
                select ?, rubric_id, 9, 'advice', 'Advice to the team', 'TEXT', 0, false, true from round where id = ?""", Ids.next(), judged.roundId);
        var words = List.of(
                "Who pays for the boat?",
                "A clear plan that others can repeat.",
                "Talk to the harbour master early.",
                "Keep the second year small.");
        for (var at = 0; at < words.size(); at++) {
            judged.sql("""
                    update evaluation
                       set scores = scores || jsonb_build_object('advice', jsonb_build_object('text', cast(? as text)))
                     where project_id = ? and juror_id = ?""", words.get(at), project, judged.jury.jurors().get(at));
        }
    }

    private Visitor visitor() {
        return new Visitor(Chromium.running(), "http://localhost:" + port, Locale.ENGLISH);
    }
}
