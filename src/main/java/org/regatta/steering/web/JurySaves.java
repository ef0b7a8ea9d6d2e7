package org.regatta.steering.web;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.regatta.competition.Competitions;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.jury.Juries;
import org.regatta.jury.JurorView;
import org.regatta.jury.JuryView;
import org.regatta.jury.NewJuror;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what was typed about juries: a new jury, people for one and whether they go on, a seat in a round. */
@Component
@Transactional
class JurySaves {

    private final Juries juries;
    private final People people;
    private final Competitions competitions;
    private final Access access;

    JurySaves(Juries juries, People people, Competitions competitions, Access access) {
        this.juries = juries;
        this.people = people;
        this.competitions = competitions;
        this.access = access;
    }

    void save(UUID competitionId, Typed typed) {
        var place = competitions.get(competitionId).place();
        access.require(Action.RUN_COMPETITION, place);
        switch (typed.text("act")) {
            case "people" -> {
                access.require(Action.MANAGE_PEOPLE, place);
                seatPeople(chosen(typed, "juryId"), typed);
            }
            case "seat" ->
                juries.seat(
                        chosen(typed, "roundId"),
                        chosen(typed, "juryId"),
                        typed.text("category").isEmpty() ? null : typed.text("category"),
                        typed.whole("jurorsPerProject"));
            case "unseat" -> juries.unseat(chosen(typed, "roundId"), chosen(typed, "seatId"));
            case "standing" -> juries.setActive(chosen(typed, "jurorId"), typed.checked("active"));
            default -> {
                var taken = juries.of(competitionId).stream().map(JuryView::key).toList();
                juries.create(competitionId, Typed.key(typed.text("name"), taken), typed.text("name"));
            }
        }
    }

    private static UUID chosen(Typed typed, String field) {
        var id = typed.id(field);
        if (id == null) {
            throw Typed.wrong(field, "Nothing is chosen.", "Choose one of the list.");
        }
        return id;
    }

    /** A line each: {@code ada@example.org, Ada Lovelace}; labels go on where the jury's stop. */
    private void seatPeople(UUID juryId, Typed typed) {
        var known = juries.jurors(juryId);
        var newcomers = people(typed);
        var ids = people.ensureAll(List.copyOf(newcomers.values()));
        var sitting = known.stream().map(JurorView::personId).toList();
        var labels = new ArrayList<>(known.stream().map(JurorView::label).toList());
        var jurors = new ArrayList<NewJuror>();
        for (var email : newcomers.keySet()) {
            var personId = ids.get(email);
            if (personId != null && !sitting.contains(personId)) {
                var label = label(labels);
                labels.add(label);
                jurors.add(new NewJuror(personId, label, BigDecimal.ONE, jurors.isEmpty() && known.isEmpty()));
            }
        }
        if (jurors.isEmpty()) {
            throw Typed.wrong("people", "Nobody new is named.", "Write a line for each person: address, name.");
        }
        juries.addJurors(juryId, jurors);
    }

    private static Map<String, NewPerson> people(Typed typed) {
        var people = new LinkedHashMap<String, NewPerson>();
        for (var line :
                typed.text("people").lines().filter(one -> !one.isBlank()).toList()) {
            var cut = line.indexOf(',');
            var email = (cut < 0 ? line : line.substring(0, cut)).strip();
            var name = cut < 0
                    ? email.replaceAll("@.*", "")
                    : line.substring(cut + 1).strip();
            people.put(email.toLowerCase(Locale.ROOT), new NewPerson(email, name));
        }
        return people;
    }

    private static String label(List<String> taken) {
        var number = taken.size() + 1;
        while (taken.contains("J" + number)) {
            number++;
        }
        return "J" + number;
    }
}
