package org.regatta.ranking.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Neighbours that compare as equal. */
final class Groups {

    private Groups() {}

    static <T> List<List<T>> of(List<T> sorted, Comparator<T> order) {
        var groups = new ArrayList<List<T>>();
        var from = 0;
        for (var to = 1; to <= sorted.size(); to++) {
            if (to == sorted.size() || order.compare(sorted.get(from), sorted.get(to)) != 0) {
                groups.add(sorted.subList(from, to));
                from = to;
            }
        }
        return groups;
    }
}
