package org.regatta.jury;

import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Place;
import org.regatta.project.ProjectLifecycle;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes jurors off projects. */
@Service
@Transactional
public class Recusals {

    private final JdbcClient database;
    private final RecusalRecord record;
    private final ProjectLifecycle projects;
    private final Access access;
    private final Validator validator;

    Recusals(JdbcClient database, RecusalRecord record, ProjectLifecycle projects, Access access, Validator validator) {
        this.database = database;
        this.record = record;
        this.projects = projects;
        this.access = access;
        this.validator = validator;
    }

    /**
     * Takes a juror off a project; publishes {@link RecusalsRecorded} and {@link AssignmentEnded} for what the juror
     * had to do in rounds not completed. Does nothing if it was recorded before.
     *
     * @throws NotVisible if the project is unknown to the viewer
     * @throws InvalidInput naming each wrong field
     */
    public void record(NewRecusal recusal) {
        var place = projects.place(recusal.projectId()).orElseThrow(NotVisible::new);
        access.require(Action.MANAGE_ASSIGNMENTS, place);
        write(List.of(recusal), at -> "");
    }

    /**
     * Takes jurors off projects, all or none; publishes as {@link #record} does.
     *
     * @return how many were not recorded before
     * @throws NotVisible if a project is unknown to the viewer
     * @throws InvalidInput naming each wrong field as {@code recusals[2].jurorId}
     */
    public int recordAll(List<NewRecusal> recusals) {
        return recusals.isEmpty() ? 0 : write(recusals, at -> "recusals[" + at + "].");
    }

    private int write(List<NewRecusal> recusals, IntFunction<String> place) {
        var byCompetition = new LinkedHashMap<UUID, List<NewRecusal>>();
        refuse(InvalidInput.violations(validator, recusals, place));
        var rows = rows(recusals);
        var missing = new ArrayList<Finding>();
        var withheld = new LinkedHashMap<UUID, Set<UUID>>();
        for (int at = 0; at < recusals.size(); at++) {
            var row = rows.get(at);
            var recusal = recusals.get(at);
            if (row.programId() == null || row.competitionId() == null) {
                throw new NotVisible();
            }
            var competition = row.competitionId();
            if (!withheld.containsKey(competition)) {
                access.require(Action.MANAGE_ASSIGNMENTS, Place.ofCompetition(row.programId(), competition));
                withheld.put(competition, access.withheld(competition));
            }
            if (withheld.get(competition).contains(recusal.projectId())) {
                throw new ActionForbidden(Action.MANAGE_ASSIGNMENTS);
            }
            missing.addAll(row.findings(place.apply(at)));
            byCompetition.computeIfAbsent(competition, key -> new ArrayList<>()).add(recusal);
        }
        refuse(missing);
        return byCompetition.entrySet().stream()
                .mapToInt(group -> record.record(group.getKey(), group.getValue()))
                .sum();
    }

    /** For every recusal its project's place, and whether juror and round belong to the same competition. */
    private List<Row> rows(List<NewRecusal> recusals) {
        return database.sql("""
                        select c.program_id, c.id as competition_id,
                               exists (select 1 from juror j join jury y on y.id = j.jury_id
                                       where j.id = x.juror_id and y.competition_id = c.id) as juror_fits,
                               x.round_id is null
                                 or exists (select 1 from round r
                                            where r.id = x.round_id and r.competition_id = c.id) as round_fits
                        from unnest(cast(:projects as uuid[]), cast(:jurors as uuid[]), cast(:rounds as uuid[]))
                                 with ordinality as x (project_id, juror_id, round_id, at)
                             left join project p on p.id = x.project_id
                             left join competition c on c.id = p.competition_id
                        order by x.at""")
                .param("projects", Sql.column(recusals, NewRecusal::projectId))
                .param("jurors", Sql.column(recusals, NewRecusal::jurorId))
                .param("rounds", Sql.column(recusals, NewRecusal::roundId))
                .query(Row.class)
                .list();
    }

    private static void refuse(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new InvalidInput("Some recusals are wrong; none was recorded.", findings);
        }
    }

    private record Row(@Nullable UUID programId, @Nullable UUID competitionId, boolean jurorFits, boolean roundFits) {

        List<Finding> findings(String place) {
            var findings = new ArrayList<Finding>();
            if (!jurorFits) {
                findings.add(new Finding(
                        place + "jurorId",
                        "The competition has no juror with this id.",
                        "Name a juror of the project's competition."));
            }
            if (!roundFits) {
                findings.add(new Finding(
                        place + "roundId",
                        "The competition has no round with this id.",
                        "Name a round of the project's competition, or none for all."));
            }
            return findings;
        }
    }
}
