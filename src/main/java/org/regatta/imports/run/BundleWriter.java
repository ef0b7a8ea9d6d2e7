package org.regatta.imports.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.imports.ImportProperties;
import org.regatta.imports.bundle.Bundle;
import org.regatta.imports.bundle.Bundle.Member;
import org.regatta.imports.text.Spot;
import org.regatta.jury.Juries;
import org.regatta.jury.NewRecusal;
import org.regatta.jury.Recusals;
import org.regatta.project.NewProject;
import org.regatta.project.Projects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes the tables of a bundle through the modules they belong to, in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class BundleWriter {

    private final People people;
    private final Juries juries;
    private final Projects projects;
    private final Recusals recusals;
    private final ScoreWriter scores;
    private final ImportProperties properties;

    BundleWriter(
            People people,
            Juries juries,
            Projects projects,
            Recusals recusals,
            ScoreWriter scores,
            ImportProperties properties) {
        this.people = people;
        this.juries = juries;
        this.projects = projects;
        this.recusals = recusals;
        this.scores = scores;
        this.properties = properties;
    }

    /**
     * Writes projects, recusals and scores.
     *
     * @param rounds ids by key
     * @param tick is told now and then how many rows are written
     * @throws ImportRefused if a module refuses a row
     */
    void write(UUID competitionId, Bundle bundle, Map<String, UUID> rounds, IntConsumer tick) {
        enter(competitionId, bundle.projects(), tick);
        if (bundle.recusals().isEmpty() && bundle.scores().isEmpty()) {
            return;
        }
        var numbers = projects.idsByNumber(competitionId);
        var jurors = jurors(competitionId);
        recuse(bundle, numbers, jurors, rounds);
        tick.accept(bundle.projects().size() + bundle.recusals().size());
        if (!bundle.scores().isEmpty()) {
            scores.keep(competitionId, bundle, numbers, jurors, rounds);
            tick.accept(bundle.rows());
        }
    }

    private void enter(UUID competitionId, List<Bundle.Project> rows, IntConsumer tick) {
        for (int from = 0; from < rows.size(); from += properties.batchRows()) {
            var batch = rows.subList(from, Math.min(rows.size(), from + properties.batchRows()));
            var members = members(competitionId, batch);
            var entered = batch.stream().map(row -> project(row, members)).toList();
            ImportSteps.at(batch.getFirst().spot(), () -> projects.enterAll(competitionId, entered));
            tick.accept(from + batch.size());
        }
    }

    private Map<String, UUID> members(UUID competitionId, List<Bundle.Project> rows) {
        var byEmail = new LinkedHashMap<String, Member>();
        rows.forEach(row -> row.members().forEach(member -> byEmail.putIfAbsent(member.email(), member)));
        if (byEmail.isEmpty()) {
            return Map.of();
        }
        var ids = ImportSteps.at(
                rows.getFirst().spot(),
                () -> people.ensureAll(byEmail.values().stream()
                        .map(member -> new NewPerson(member.email(), member.name()))
                        .toList()));
        people.grantAll(ids.values(), Role.APPLICANT, null, competitionId);
        return ids;
    }

    private static NewProject project(Bundle.Project row, Map<String, UUID> members) {
        return new NewProject(
                row.number(),
                row.title(),
                row.summary(),
                row.category(),
                row.country(),
                row.team(),
                row.members().stream()
                        .map(member -> members.get(member.email()))
                        .distinct()
                        .toList(),
                row.submitted());
    }

    /** Ids by jury and label, and by label alone where one jury has it. */
    private Map<String, UUID> jurors(UUID competitionId) {
        Map<String, UUID> ids = new HashMap<>();
        for (var jury : juries.of(competitionId)) {
            for (var juror : juries.jurors(jury.id())) {
                ids.put(jurorKey(jury.key(), juror.label()), juror.id());
                ids.putIfAbsent(jurorKey(null, juror.label()), juror.id());
            }
        }
        return ids;
    }

    static String jurorKey(@Nullable String jury, String label) {
        return jury == null ? label : jury + "\n" + label;
    }

    private void recuse(Bundle bundle, Map<String, UUID> numbers, Map<String, UUID> jurors, Map<String, UUID> rounds) {
        if (bundle.recusals().isEmpty()) {
            return;
        }
        var all = new ArrayList<NewRecusal>();
        for (var row : bundle.recusals()) {
            all.add(new NewRecusal(
                    ImportSteps.known(numbers, row.project()),
                    ImportSteps.known(jurors, jurorKey(row.jury(), row.juror())),
                    row.round() == null ? null : ImportSteps.known(rounds, row.round()),
                    row.reason()));
        }
        Spot spot = bundle.recusals().getFirst().spot();
        ImportSteps.at(spot, () -> recusals.recordAll(all));
    }
}
