package org.regatta.evaluation.web;

import java.util.List;
import java.util.Map;
import org.regatta.rubric.RubricView;
import org.springframework.stereotype.Component;

/** A rubric as jurors are asked it, for pages that show it beforehand: {@code evaluation/evaluate :: question}. */
@Component("questions")
class Questions {

    /** The questions of a rubric, none of them answered. */
    public List<Question> of(RubricView rubric) {
        return Question.of(rubric, Map.of());
    }
}
