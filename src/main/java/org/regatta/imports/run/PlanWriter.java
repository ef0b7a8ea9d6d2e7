package org.regatta.imports.run;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.Competitions;
import org.regatta.competition.Competitions.NewCompetition;
import org.regatta.competition.ProgramView;
import org.regatta.competition.Programs;
import org.regatta.competition.Programs.NewProgram;
import org.regatta.competition.Rounds;
import org.regatta.competition.Rounds.NewRound;
import org.regatta.competition.ScoringPolicies;
import org.regatta.evaluation.DiscrepancyRules;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.imports.bundle.CompetitionPlan;
import org.regatta.imports.bundle.CompetitionPlan.Round;
import org.regatta.jury.Juries;
import org.regatta.jury.NewJuror;
import org.regatta.projectfile.AskedFile;
import org.regatta.projectfile.FilesAsked;
import org.regatta.rubric.NewRubric;
import org.regatta.rubric.Rubrics;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what {@code competition.yaml} says through the modules it belongs to, in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class PlanWriter {

    private static final long MEGABYTE = 1L << 20;

    private final People people;
    private final Programs programs;
    private final Competitions competitions;
    private final Rounds rounds;
    private final ScoringPolicies policies;
    private final Rubrics rubrics;
    private final Juries juries;
    private final DiscrepancyRules discrepancies;
    private final FilesAsked files;

    PlanWriter(
            People people,
            Programs programs,
            Competitions competitions,
            Rounds rounds,
            ScoringPolicies policies,
            Rubrics rubrics,
            Juries juries,
            DiscrepancyRules discrepancies,
            FilesAsked files) {
        this.people = people;
        this.programs = programs;
        this.competitions = competitions;
        this.rounds = rounds;
        this.policies = policies;
        this.rubrics = rubrics;
        this.juries = juries;
        this.discrepancies = discrepancies;
        this.files = files;
    }

    /**
     * What was created.
     *
     * @param rounds ids by key
     */
    record Written(UUID programId, UUID competitionId, Map<String, UUID> rounds) {}

    /**
     * Creates the competition and everything in it, in its program, which is created if it is new.
     *
     * @throws ImportRefused if a module refuses a part
     */
    Written write(CompetitionPlan plan) {
        var programId = program(plan.program());
        var head = plan.competition();
        var competitionId = ImportSteps.at(
                head.spot(),
                () -> competitions.create(new NewCompetition(
                        programId, head.key(), head.name(), head.description(), head.zone(), head.fourEyes())));
        var persons = persons(plan);
        for (var staff : plan.staff()) {
            people.grant(
                    ImportSteps.known(persons, staff.email()),
                    staff.role(),
                    staff.wholeProgram() ? programId : null,
                    staff.wholeProgram() ? null : competitionId);
        }
        return new Written(programId, competitionId, rounds(plan, competitionId, persons));
    }

    private UUID program(CompetitionPlan.Program wanted) {
        return ImportSteps.at(
                wanted.spot(),
                () -> programs.byKey(wanted.key())
                        .map(ProgramView::id)
                        .orElseGet(() -> programs.create(new NewProgram(
                                wanted.key(),
                                wanted.name() == null ? wanted.key() : wanted.name(),
                                wanted.description()))));
    }

    private Map<String, UUID> persons(CompetitionPlan plan) {
        var byEmail = new LinkedHashMap<String, NewPerson>();
        plan.staff().forEach(one -> byEmail.putIfAbsent(one.email(), new NewPerson(one.email(), one.name())));
        plan.juries()
                .forEach(jury -> jury.jurors()
                        .forEach(one -> byEmail.putIfAbsent(one.email(), new NewPerson(one.email(), one.name()))));
        return ImportSteps.at(
                plan.competition().spot(),
                () -> people.ensureAll(byEmail.values().stream().toList()));
    }

    private Map<String, UUID> rounds(CompetitionPlan plan, UUID competitionId, Map<String, UUID> persons) {
        Map<String, UUID> rubricIds = new HashMap<>();
        for (var rubric : plan.rubrics()) {
            var wanted = new NewRubric(rubric.key(), rubric.name(), rubric.guidance(), rubric.criteria());
            rubricIds.put(rubric.key(), ImportSteps.at(rubric.spot(), () -> rubrics.define(competitionId, wanted)));
        }
        Map<String, UUID> policyIds = new HashMap<>();
        for (var policy : plan.policies()) {
            policyIds.put(
                    policy.key(),
                    ImportSteps.at(
                            policy.source().spot(),
                            () -> policies.define(competitionId, policy.key(), policy.name(), policy.rules())));
        }
        Map<String, UUID> juryIds = new HashMap<>();
        for (var jury : plan.juries()) {
            juryIds.put(jury.key(), jury(competitionId, jury, persons));
        }
        Map<String, UUID> roundIds = new HashMap<>();
        for (var round : plan.rounds()) {
            var wanted = wanted(round, competitionId, policyIds, rubricIds, roundIds);
            var roundId = ImportSteps.at(round.source().spot(), () -> rounds.add(wanted));
            roundIds.put(round.key(), roundId);
            parts(round, roundId, juryIds);
        }
        return roundIds;
    }

    private static NewRound wanted(
            Round round,
            UUID competitionId,
            Map<String, UUID> policyIds,
            Map<String, UUID> rubricIds,
            Map<String, UUID> roundIds) {
        return new NewRound(
                competitionId,
                null,
                round.key(),
                round.name(),
                round.kind(),
                round.opensAt(),
                round.closesAt(),
                round.grace(),
                round.closesWhenComplete(),
                round.blind(),
                round.feedback(),
                idOf(policyIds, round.scoringPolicy()),
                idOf(rubricIds, round.rubric()),
                idOf(roundIds, round.decides()));
    }

    private UUID jury(UUID competitionId, CompetitionPlan.Jury jury, Map<String, UUID> persons) {
        return ImportSteps.at(jury.spot(), () -> {
            var juryId = juries.create(competitionId, jury.key(), jury.name());
            juries.addJurors(
                    juryId,
                    jury.jurors().stream()
                            .map(one -> new NewJuror(
                                    ImportSteps.known(persons, one.email().toLowerCase(Locale.ROOT)),
                                    one.label(),
                                    one.weight(),
                                    one.chairs()))
                            .toList());
            return juryId;
        });
    }

    private void discrepancyRule(Round round, UUID roundId) {
        var limit = round.discrepancyPercent();
        if (limit != null) {
            ImportSteps.at(round.source().spot("discrepancyPercent"), () -> {
                discrepancies.watch(roundId, limit);
                return roundId;
            });
        }
    }

    private void parts(Round round, UUID roundId, Map<String, UUID> juryIds) {
        discrepancyRule(round, roundId);
        for (var seat : round.seats()) {
            ImportSteps.at(
                    seat.source().spot(),
                    () -> juries.seat(
                            roundId,
                            ImportSteps.known(juryIds, seat.jury()),
                            seat.category(),
                            seat.jurorsPerProject()));
        }
        files(round, roundId);
    }

    private void files(Round round, UUID roundId) {
        if (round.files().isEmpty()) {
            return;
        }
        var asked = round.files().stream()
                .map(one -> new AskedFile(
                        one.type(),
                        one.required(),
                        one.maxMegabytes() == null ? files.maxBytes() : one.maxMegabytes() * MEGABYTE))
                .toList();
        ImportSteps.at(round.source().spot("files"), () -> {
            files.ask(roundId, asked);
            return roundId;
        });
    }

    private static @Nullable UUID idOf(Map<String, UUID> ids, @Nullable String key) {
        return key == null ? null : ImportSteps.known(ids, key);
    }
}
