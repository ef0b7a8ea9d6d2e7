package org.regatta.steering;

/** The orders of the lists of a round's progress; all end with the name. */
public enum ProgressSort {
    /** How much is left. */
    LEFT("left_over"),
    /** By name, or by number. */
    NAME("label collate natural_order"),
    /** How much is handed in. */
    SUBMITTED("submitted"),
    /** When the last act was; those who never acted stand as if it were longest ago. */
    LAST_ACT("last_act");

    private final String column;

    ProgressSort(String column) {
        this.column = column;
    }

    String order(boolean descending) {
        return column + (descending ? " desc nulls last" : " nulls first") + ", label collate natural_order, id";
    }
}
