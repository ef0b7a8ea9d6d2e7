package org.regatta.steering.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.Competitions;
import org.regatta.competition.RoundKind;
import org.regatta.competition.Rounds;
import org.regatta.competition.ScoringPolicies;
import org.regatta.evaluation.DiscrepancyRules;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.BulkReads;
import org.regatta.identity.People;
import org.regatta.identity.PersonView;
import org.regatta.jury.Juries;
import org.regatta.jury.JurorView;
import org.regatta.jury.JuryView;
import org.regatta.rubric.Rubrics;
import org.regatta.shared.Page;
import org.regatta.steering.Readiness;
import org.regatta.steering.SetupStep;
import org.regatta.steering.web.SetupView.Member;
import org.regatta.steering.web.SetupView.Panel;
import org.springframework.stereotype.Component;

/** Gathers what a step of the set-up shows; for those who run the competition only. */
@Component
class Setups {

    /** Jurors shown of a jury; others are searched for. */
    private static final int MEMBERS = 50;

    private final Competitions competitions;
    private final Rounds rounds;
    private final Rubrics rubrics;
    private final ScoringPolicies policies;
    private final Juries juries;
    private final DiscrepancyRules discrepancies;
    private final People people;
    private final Readiness readiness;
    private final Access access;
    private final BulkReads reads;

    Setups(
            Competitions competitions,
            Rounds rounds,
            Rubrics rubrics,
            ScoringPolicies policies,
            Juries juries,
            DiscrepancyRules discrepancies,
            People people,
            Readiness readiness,
            Access access,
            BulkReads reads) {
        this.competitions = competitions;
        this.rounds = rounds;
        this.rubrics = rubrics;
        this.policies = policies;
        this.juries = juries;
        this.discrepancies = discrepancies;
        this.people = people;
        this.readiness = readiness;
        this.access = access;
        this.reads = reads;
    }

    /** Refuses whoever may not set this competition up. */
    void require(UUID competitionId) {
        access.require(Action.RUN_COMPETITION, competitions.get(competitionId).place());
    }

    /**
     * The step.
     *
     * @param edited a round, a rubric or scoring rules that are changed
     * @param search part of a juror's label, name or address; blank or null for all
     */
    SetupView of(UUID competitionId, SetupStep step, @Nullable UUID edited, @Nullable String search) {
        var competition = competitions.get(competitionId);
        access.require(Action.RUN_COMPETITION, competition.place());
        var list = rounds.of(competitionId);
        var round =
                list.stream().filter(one -> one.id().equals(edited)).findFirst().orElse(null);
        var asked = rubrics.of(competitionId);
        var rules = policies.of(competitionId);
        var seats = juries.seatsOf(competitionId);
        return new SetupView(
                competition,
                step,
                list,
                asked,
                rules,
                panels(competitionId, step, search == null || search.isBlank() ? null : search.strip()),
                list.stream()
                        .filter(one -> one.kind() == RoundKind.EVALUATION)
                        .flatMap(one ->
                                seats.stream().filter(seat -> seat.roundId().equals(one.id())))
                        .toList(),
                readiness.of(competitionId),
                round,
                asked.stream()
                        .filter(rubric -> rubric.id().equals(edited))
                        .findFirst()
                        .orElse(null),
                rules.stream()
                        .filter(policy -> policy.id().equals(edited))
                        .findFirst()
                        .orElse(null),
                round == null || round.kind() != RoundKind.EVALUATION ? 0 : discrepancies.of(round.id()));
    }

    /** The members too where they are shown: a jury may have thousands. */
    private List<Panel> panels(UUID competitionId, SetupStep step, @Nullable String search) {
        var all = juries.of(competitionId);
        if (step != SetupStep.JURIES) {
            return all.stream()
                    .map(jury -> new Panel(jury, List.of(), jury.jurors()))
                    .toList();
        }
        var found = juries.firstJurors(competitionId, search, MEMBERS);
        var names = people.byIds(found.values().stream()
                .flatMap(page -> page.items().stream())
                .map(JurorView::personId)
                .distinct()
                .toList());
        var panels = all.stream()
                .map(jury -> panel(jury, found.getOrDefault(jury.id(), Page.whole(List.of())), names))
                .toList();
        reads.tell(
                "jurors",
                competitionId,
                competitionId,
                panels.stream().mapToLong(panel -> panel.members().size()).sum());
        return panels;
    }

    private static Panel panel(JuryView jury, Page<JurorView> page, Map<UUID, PersonView> names) {
        var members = new ArrayList<Member>();
        for (var juror : page.items()) {
            var person = names.get(juror.personId());
            if (person != null) {
                members.add(new Member(juror, person.name(), person.email()));
            }
        }
        return new Panel(jury, members, page.total());
    }
}
