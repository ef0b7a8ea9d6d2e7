package org.regatta.steering;

/** The orders of the lists of a round's progress; all end with the name. */
public enum ProgressSort {
    /** Who has most left, first. */
    LEFT("left_over desc"),
    /** By name, or by number. */
    NAME("label collate natural_order"),
    /** Who has handed in most, first. */
    SUBMITTED("submitted desc"),
    /** Whose last act is longest ago, first; those who never acted before all. */
    LAST_ACT("last_act nulls first");

    private final String order;

    ProgressSort(String order) {
        this.order = order;
    }

    String order() {
        return order + ", label collate natural_order, id";
    }
}
