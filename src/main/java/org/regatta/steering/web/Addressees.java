package org.regatta.steering.web;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.regatta.steering.JurorProgress;

/**
 * To whom of those behind a letter goes.
 *
 * @param ticked ids of persons
 * @param search whom the list shows besides those ticked
 */
record Addressees(Who who, Set<String> ticked, PeopleSearch search) {

    /** What the ticks mean. */
    enum Who {
        /** Nothing: the letter goes to everybody who is behind. */
        ALL,
        /** It goes to everybody who is behind but those ticked. */
        ALL_BUT,
        /** It goes to those ticked. */
        ONLY
    }

    /** Everybody, as a page begins. */
    static Addressees everybody() {
        return new Addressees(Who.ALL, Set.of(), new PeopleSearch(""));
    }

    /** As it was chosen; ticks alone mean those ticked. */
    static Addressees of(Typed typed) {
        var who = typed.text("who").isEmpty() ? Who.ONLY : typed.one(Who.class, "who");
        return new Addressees(who, Set.copyOf(typed.all("to")), new PeopleSearch(typed.text("q")));
    }

    /** Those the letter goes to. */
    List<JurorProgress> chosen(List<JurorProgress> behind) {
        return behind.stream()
                .filter(juror -> switch (who) {
                    case ALL -> true;
                    case ALL_BUT -> !ticks(juror);
                    case ONLY -> ticks(juror);
                })
                .toList();
    }

    /** Those who can be ticked on the page: whoever is already, then the first who are found. */
    List<JurorProgress> shown(List<JurorProgress> behind) {
        return Stream.concat(
                        behind.stream().filter(this::ticks),
                        behind.stream()
                                .filter(juror -> !ticks(juror) && search.finds(juror.name(), juror.label()))
                                .limit(PeopleSearch.SHOWN))
                .toList();
    }

    /** How many are found, shown or not. */
    long found(List<JurorProgress> behind) {
        return behind.stream()
                .filter(juror -> search.finds(juror.name(), juror.label()))
                .count();
    }

    public boolean ticks(JurorProgress juror) {
        return ticked.contains(juror.personId().toString());
    }
}
