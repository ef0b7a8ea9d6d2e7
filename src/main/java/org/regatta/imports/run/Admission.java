package org.regatta.imports.run;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.CompetitionView;
import org.regatta.competition.Competitions;
import org.regatta.competition.ProgramView;
import org.regatta.competition.Programs;
import org.regatta.competition.RoundKind;
import org.regatta.competition.Rounds;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.Place;
import org.regatta.identity.Role;
import org.regatta.identity.Viewer;
import org.regatta.imports.bundle.CompetitionPlan;
import org.regatta.imports.bundle.KnownCompetition;
import org.regatta.imports.text.Findings;
import org.regatta.jury.Juries;
import org.regatta.jury.JurorView;
import org.regatta.project.Projects;
import org.springframework.stereotype.Component;

/** What an import meets here: whether its requester may bring it in, and what is there already. */
@Component
public class Admission {

    private final Access access;
    private final Programs programs;
    private final Competitions competitions;
    private final Rounds rounds;
    private final Juries juries;
    private final Projects projects;

    Admission(
            Access access,
            Programs programs,
            Competitions competitions,
            Rounds rounds,
            Juries juries,
            Projects projects) {
        this.access = access;
        this.programs = programs;
        this.competitions = competitions;
        this.rounds = rounds;
        this.juries = juries;
        this.projects = projects;
    }

    /** The competition that tables go into, if the viewer may import into it. */
    public CompetitionView competition(UUID competitionId) {
        var competition = competitions.get(competitionId);
        access.require(Action.IMPORT, competition.place());
        return competition;
    }

    /** What the tables of an import into that competition may refer to. */
    KnownCompetition known(UUID competitionId) {
        Map<UUID, String> keys = new HashMap<>();
        Map<String, Set<String>> labels = new HashMap<>();
        for (var jury : juries.of(competitionId)) {
            keys.put(jury.id(), jury.key());
            var here = new HashSet<String>();
            juries.jurors(jury.id()).stream().map(JurorView::label).forEach(here::add);
            labels.put(jury.key(), here);
        }
        Map<String, KnownCompetition.Round> known = new HashMap<>();
        for (var round : rounds.of(competitionId)) {
            var seats = juries.seats(round.id()).stream()
                    .map(seat -> new KnownCompetition.Seat(keys.getOrDefault(seat.juryId(), ""), seat.category()))
                    .toList();
            // a round without a jury yet is not ready to say which categories it takes
            boolean evaluation = round.kind() == RoundKind.EVALUATION && !seats.isEmpty();
            known.put(round.key(), new KnownCompetition.Round(evaluation, seats));
        }
        return new KnownCompetition(
                Set.copyOf(projects.idsByNumber(competitionId).keySet()), labels, known);
    }

    /**
     * Adds a finding for everything in the plan that the viewer may not bring in, or that is there already.
     *
     * @return the program's id; null if it is new, or not the viewer's to import into
     */
    @Nullable
    UUID check(CompetitionPlan plan, Findings findings) {
        var wanted = plan.program();
        var program = programs.byKey(wanted.key()).orElse(null);
        if (!access.may(Action.IMPORT, program == null ? Place.SITE : Place.ofProgram(program.id()))) {
            // the same words whether a program of that key exists or not
            findings.add(
                    wanted.spot(),
                    "You may not import into the program " + Findings.quoted(wanted.key()) + ".",
                    "Use the key of a program that you run, or ask a SUPER_ADMIN to import the bundle.");
            return null;
        }
        checkProgram(plan, program, findings);
        checkStaff(plan, program, findings);
        checkJurors(plan, access.viewer(), findings);
        return program == null ? null : program.id();
    }

    private void checkProgram(CompetitionPlan plan, @Nullable ProgramView program, Findings findings) {
        var wanted = plan.program();
        var name = wanted.name();
        if (program == null) {
            if (name == null || name.isEmpty()) {
                findings.add(wanted.spot(), "The new program has no name.", "Add the key \"name\" to the program.");
            }
            return;
        }
        if (name != null && !name.isEmpty() && !name.equals(program.name())) {
            findings.add(
                    wanted.spot(),
                    "The program " + Findings.quoted(wanted.key()) + " is there and is called "
                            + Findings.quoted(program.name()) + ".",
                    "Use that name, leave the name out, or choose another key for a new program.");
        }
        var head = plan.competition();
        if (competitions.byKey(program.id(), head.key()).isPresent()) {
            findings.add(
                    head.spot(),
                    "The program has a competition " + Findings.quoted(head.key()) + " already.",
                    "Choose another key for a new competition; to add projects, import projects.csv on its page.");
        }
    }

    private void checkStaff(CompetitionPlan plan, @Nullable ProgramView program, Findings findings) {
        var viewer = access.viewer();
        var place = program == null ? Place.SITE : Place.ofProgram(program.id());
        for (var staff : plan.staff()) {
            if (own(staff.email(), viewer)) {
                if (!viewer.holds(staff.role(), place)) {
                    findings.add(
                            staff.spot(),
                            "You cannot give yourself a role that you do not have.",
                            "Leave the line out and ask somebody else to give you the role.");
                }
            } else if (staff.role() == Role.PROGRAM_ADMIN && !viewer.holds(Role.SUPER_ADMIN, Place.SITE)) {
                findings.add(
                        staff.spot(),
                        "You may only give roles below your own, and PROGRAM_ADMIN is not.",
                        "Leave the line out and ask a SUPER_ADMIN to give the role.");
            }
        }
    }

    /** A seat comes with rights, which nobody takes by their own hand. */
    private static void checkJurors(CompetitionPlan plan, Viewer viewer, Findings findings) {
        plan.juries().stream()
                .flatMap(jury -> jury.jurors().stream())
                .filter(juror -> own(juror.email(), viewer))
                .forEach(juror -> findings.add(
                        juror.spot(),
                        "You cannot seat yourself in a jury.",
                        "Leave the line out and ask somebody else who runs the competition to add you."));
    }

    private static boolean own(String email, Viewer viewer) {
        return viewer.email().equalsIgnoreCase(email.strip());
    }
}
