package org.regatta.deliberation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.deliberation.feedback.TeamResult;
import org.regatta.deliberation.feedback.TeamResult.Texts;
import org.regatta.deliberation.feedback.TeamResults;
import org.regatta.identity.Acting;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.NotVisible;
import org.regatta.identity.PersonalData;
import org.springframework.beans.factory.annotation.Autowired;

/** What a team is told about its own project once the decision is released, and what it never is. */
class TeamResultsIT extends ThreeScoredProjects {

    @Autowired
    private TeamResults results;

    @Autowired
    private List<PersonalData> data;

    private UUID first;
    private UUID second;

    @BeforeEach
    void twoJurorsRead() {
        first = edition.juror();
        second = edition.juror();
        database.sql("update criterion set for_team = true where rubric_id = ? and key = 'remarks'")
                .param(edition.rubricId())
                .update();
    }

    @Test
    void tellsTheOwnResultAfterTheReleaseAndNothingBefore() {
        told("RESULT");
        gives(first, best, 21, "Bolder, please.");
        gives(second, best, 18, "A fine plan.");
        gives(first, middle, 3, "Not for them.");
        var round = decided();
        Acting.as(applicant);
        assertThat(results.of(best)).isEmpty();

        lifecycle.release(round);

        assertThat(results.of(best)).singleElement().satisfies(told -> {
            assertThat(told.outcome()).isEqualTo(Outcome.ADVANCES);
            assertThat(told.result()).isEqualByComparingTo("20");
            assertThat(told.rank()).isEqualTo(1);
            assertThat(told.ranked()).isEqualTo(3);
            assertThat(told.criteria()).singleElement().satisfies(one -> {
                assertThat(one.label()).isEqualTo("Points");
                assertThat(one.mean()).isEqualByComparingTo("19.5");
            });
            assertThat(told.texts()).as("the round passes no texts on").isEmpty();
        });
    }

    @Test
    void tellsNothingButTheDecisionWhereTheRoundSaysNoMore() {
        gives(first, best, 21, "Bolder, please.");
        lifecycle.release(decided());
        Acting.as(applicant);

        assertThat(results.of(best)).isEmpty();
        assertThat(decisions.released(best)).hasSize(1);
    }

    @Test
    void isForTheOwnTeamAlone() {
        told("RESULT_AND_TEXTS");
        lifecycle.release(decided());

        assertThatThrownBy(() -> results.of(best)).isInstanceOf(ActionForbidden.class);
        assertThat(results.ifAllowed(best)).isEmpty();
        Acting.as(applicant);
        assertThatThrownBy(() -> results.of(middle)).isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> results.of(UUID.randomUUID())).isInstanceOf(NotVisible.class);
    }

    @Test
    void passesOnWhatIsWrittenToTheTeamInAnOrderThatTellsNothingOfWhoWroteIt() {
        told("RESULT_AND_TEXTS");
        gives(first, best, 21, "Bolder, please.");
        gives(second, best, 18, "A fine plan.");
        lifecycle.release(decided());
        Acting.as(applicant);
        var told = results.of(best);

        assertThat(told.getFirst().texts())
                .containsExactly(new Texts("remarks", "Remarks", List.of("A fine plan.", "Bolder, please.")));
        assertThat(told.toString()).doesNotContain("Overall");
        swap();
        assertThat(results.of(best)).as("were it the other juror's").isEqualTo(told);
    }

    @Test
    void leavesOutTextsThatAreForTheJury() {
        told("RESULT_AND_TEXTS");
        database.sql("update criterion set for_team = false where rubric_id = ?")
                .param(edition.rubricId())
                .update();
        gives(first, best, 21, "Bolder, please.");
        lifecycle.release(decided());
        Acting.as(applicant);

        assertThat(results.of(best).getFirst().texts()).isEmpty();
    }

    @Test
    void leavesOutAMeanThatWouldBeWhatASingleJurorGave() {
        told("RESULT");
        gives(first, best, 21, "");
        var recused = gives(second, best, 2, "");
        database.sql("update assignment set state = 'RECUSED' where id = ?")
                .param(recused)
                .update();
        lifecycle.release(decided());
        Acting.as(applicant);

        assertThat(results.of(best).getFirst().criteria())
                .singleElement()
                .extracting(TeamResult.CriterionMean::mean)
                .isNull();
    }

    @Test
    void keepsThePlaceFromWhomAConflictOfInterestHidesAnotherProject() {
        told("RESULT");
        lifecycle.release(decided());
        edition.conflict(last, applicant);
        Acting.as(applicant);

        assertThat(results.of(best)).singleElement().satisfies(told -> {
            assertThat(told.rank()).isNull();
            assertThat(told.ranked()).isNull();
            assertThat(told.result()).isEqualByComparingTo("20");
        });
        edition.conflict(best, applicant);
        assertThatThrownBy(() -> results.of(best)).isInstanceOf(ActionForbidden.class);
    }

    @Test
    void standsInTheFileOfEverybodysOwnDataAsFarAsTheTeamIsTold() {
        told("RESULT");
        var round = decided();
        assertThat(ownData().get("released")).isEmpty();
        lifecycle.release(round);

        assertThat(ownData().get("released"))
                .singleElement()
                .satisfies(told -> assertThat(told)
                        .containsEntry("outcome", "ADVANCES")
                        .containsEntry("result", "20")
                        .doesNotContainKey("rank"));
        told("DECISION");
        assertThat(ownData().get("released").getFirst().get("result")).isNull();
    }

    private Map<String, List<Map<String, Object>>> ownData() {
        return data.stream()
                .filter(part -> part.part().equals("deliberation"))
                .findFirst()
                .orElseThrow()
                .of(applicant);
    }

    private void told(String feedback) {
        database.sql("update round set feedback = ? where id = ?")
                .params(feedback, edition.roundId())
                .update();
    }

    private UUID decided() {
        var round = proposed(3);
        lifecycle.approve(round, admin);
        return round;
    }

    private UUID gives(UUID juror, UUID project, int points, String text) {
        var assignment = edition.assign(project, juror);
        edition.handIn(assignment);
        database.sql("""
                        update evaluation set total = :points, comment = 'Overall, for the jury.',
                               scores = jsonb_build_object('points', jsonb_build_object('number', :points),
                                                           'remarks', jsonb_build_object('text', cast(:text as text)))
                         where assignment_id = :assignment""")
                .param("points", points)
                .param("text", text)
                .param("assignment", assignment)
                .update();
        return assignment;
    }

    /** Each of the two evaluations of the best project gets the other's words. */
    private void swap() {
        database.sql("""
                        update evaluation e set scores = o.scores, total = o.total from evaluation o
                         where e.project_id = :project and o.project_id = :project and e.id <> o.id""").param("project", best).update();
    }
}
