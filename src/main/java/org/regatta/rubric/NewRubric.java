package org.regatta.rubric;

import java.util.List;

/**
 * A rubric as an organiser writes it.
 *
 * @param key unique in its competition: lower-case letters, digits and hyphens
 * @param guidance what jurors read above the criteria; may be empty
 * @param criteria in the order they are shown; at least one
 */
public record NewRubric(String key, String name, String guidance, List<CriterionView> criteria) {

    /** Copies the criteria. */
    public NewRubric {
        criteria = List.copyOf(criteria);
    }
}
