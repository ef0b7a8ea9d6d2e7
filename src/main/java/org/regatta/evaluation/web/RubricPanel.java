package org.regatta.evaluation.web;

import java.util.List;
import java.util.Map;
import org.regatta.competition.BoardParts;
import org.regatta.competition.CompetitionView;
import org.regatta.competition.RoundView;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.rubric.RubricView;
import org.regatta.rubric.Rubrics;
import org.springframework.stereotype.Component;

/** Adds to the page of a round what its jurors are asked, to read: {@code evaluation/rubric.html}. */
@Component
class RubricPanel implements BoardParts {

    private final Rubrics rubrics;
    private final Access access;

    RubricPanel(Rubrics rubrics, Access access) {
        this.rubrics = rubrics;
        this.access = access;
    }

    /** What the template shows. */
    record View(RubricView rubric, List<Question> questions) {}

    @Override
    public List<Panel> panels(RoundView round, CompetitionView competition, Map<String, String> query) {
        var rubricId = round.rubricId();
        if (rubricId == null || !access.may(Action.READ_JUDGING, round.place())) {
            return List.of();
        }
        var rubric = rubrics.get(rubricId);
        return List.of(new Panel("evaluation/rubric", new View(rubric, Question.of(rubric, Map.of()))));
    }
}
