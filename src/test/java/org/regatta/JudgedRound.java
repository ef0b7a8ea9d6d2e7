package org.regatta;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.regatta.competition.RoundKind;
import org.regatta.ranking.Calibration;
import org.regatta.shared.Ids;

/** A closed evaluation round with projects of several countries and categories, and every score four jurors gave. */
public final class JudgedRound {

    private static final List<String> NAMES = List.of(
            "Halcyon Buoy",
            "Kelp Canopy",
            "Drift Atlas",
            "Oyster Commons",
            "Quiet Hull",
            "Seagrass Ledger",
            "Microfibre Weir",
            "Plume Watch",
            "Mangrove Nursery Kit",
            "Sound Shelter",
            "=HYPERLINK(\"http://example.org\")",
            "Ein sehr langer Name, der auch auf einem Telefon lesbar bleiben muss, weil ihn jemand so eingereicht hat",
            "Łódź – żagle z makulatury",
            "海の記憶",
            "Récif & Compagnie",
            "Tidal Loom");
    private static final List<String> CATEGORIES = List.of("Blue carbon", "Clean ports", "Ocean data");
    private static final List<String> COUNTRIES = List.of("PL", "FR", "PT", "JP");
    private static final List<String> CRITERIA = List.of("impact", "team", "plan");

    public final Scene scene;
    public final Scene.Jury jury;
    public final UUID roundId;
    public final List<UUID> projects;

    /** Closed, not ranked yet. */
    public JudgedRound(Scene scene, int howMany, String policy) {
        this.scene = scene;
        this.jury = scene.jury("experts", 4);
        this.roundId = scene.evaluationRound("final", true);
        this.projects = scene.projects(howMany);
        rules(policy);
        sql("insert into round_jury (id, round_id, jury_id) values (?, ?, ?)", Ids.next(), roundId, jury.id());
        var random = new Random(42);
        for (var at = 0; at < howMany; at++) {
            describe(at);
            judge(roundId, at, random);
        }
        sql("update round set status = 'CLOSED' where id = ?", roundId);
    }

    /**
     * Puts a round of this name before it, in which the first five projects were judged, and ranks this one anew with 0.3
     * of that round's results and 0.7 of its own.
     */
    public JudgedRound after(String name) {
        var earlier = scene.evaluationRound("heats", true);
        sql("""
                update round set position = case when id = ? then 1 else 2 end,
                                 rubric_id = (select rubric_id from round where id = ?)
                where competition_id = ?""", earlier, roundId, scene.competitionId);
        var random = new Random(7);
        for (var at = 0; at < 5; at++) {
            judge(earlier, at, random);
        }
        sql("update round set name = ?, status = 'CLOSED' where id = ?", name, earlier);
        scene.bean(Calibration.class).compute(earlier);
        scene.bean(Calibration.class).approve(earlier, scene.admin);
        sql("update round set status = 'COMPLETED' where id = ?", earlier);
        sql("""
                update scoring_policy
                set document = document || '{"roundWeights": {"heats": 0.3, "final": 0.7}}'
                where id = (select scoring_policy_id from round where id = ?)""", roundId);
        return ranked();
    }

    /** Ranks it. */
    public JudgedRound ranked() {
        scene.bean(Calibration.class).compute(roundId);
        return this;
    }

    /** Ranks it and stands for the ranking. */
    public JudgedRound approved() {
        ranked().scene.bean(Calibration.class).approve(roundId, scene.admin);
        sql("update round set status = 'COMPLETED' where id = ?", roundId);
        return this;
    }

    /** A planned deliberation about it. */
    public UUID deliberation() {
        var id = scene.round("decisions", RoundKind.DELIBERATION);
        sql("update round set decides_round_id = ? where id = ?", roundId, id);
        return id;
    }

    /** Changes a row. */
    public void sql(String statement, Object... values) {
        scene.rows().sql(statement).params(List.of(values)).update();
    }

    private void rules(String policy) {
        sql(
                "update scoring_policy set document = cast(? as jsonb) where id = (select scoring_policy_id from round where id = ?)",
                policy,
                roundId);
        var rubric = scene.rows()
                .sql("select rubric_id from round where id = ?")
                .param(roundId)
                .query(UUID.class)
                .single();
        for (var at = 0; at < CRITERIA.size(); at++) {
            var key = CRITERIA.get(at);
            sql("""
                    insert into criterion (id, rubric_id, position, key, label, kind, min_value, max_value)
                    values (?, ?, ?, ?, ?, 'NUMBER', 1, 5)""", Ids.next(), rubric, at + 1, key, Character.toUpperCase(key.charAt(0)) + key.substring(1));
        }
    }

    private void describe(int at) {
        sql(
                "update project set title = ?, category = ?, country = ? where id = ?",
                at < NAMES.size() ? NAMES.get(at) : "Project " + at,
                CATEGORIES.get(at % CATEGORIES.size()),
                COUNTRIES.get(at % COUNTRIES.size()),
                projects.get(at));
    }

    private void judge(UUID round, int project, Random random) {
        sql(
                "insert into participation (round_id, project_id, state) values (?, ?, 'ENDED')",
                round,
                projects.get(project));
        for (var juror = 0; juror < jury.jurors().size(); juror++) {
            score(round, project, juror, random);
        }
    }

    private void score(UUID round, int project, int juror, Random random) {
        var points = new ArrayList<Integer>();
        var level = 4.4 - 2.4 * project / projects.size() + (juror - 1.5) * 0.2;
        for (var ignored : CRITERIA) {
            points.add((int) Math.max(1, Math.min(5, Math.round(level + random.nextGaussian() * 0.35))));
        }
        if (project == 3) {
            points.replaceAll(any -> juror == 0 ? 1 : 5);
        }
        var assignment = Ids.next();
        sql("""
                insert into assignment (id, round_id, project_id, juror_id, person_id, state, created_at)
                select ?, ?, ?, j.id, j.person_id, 'ACTIVE', now() from juror j where j.id = ?""", assignment, round, projects.get(project), jury.jurors().get(juror));
        var total = BigDecimal.valueOf(
                        points.stream().mapToInt(Integer::intValue).sum())
                .divide(BigDecimal.valueOf(3), 6, java.math.RoundingMode.HALF_UP);
        sql(
                """
                insert into evaluation (id, assignment_id, round_id, project_id, juror_id, state, scores, total, comment,
                                        submitted_at, saved_at)
                values (?, ?, ?, ?, ?, 'SUBMITTED', cast(? as jsonb), ?, ?, now(), now())""",
                Ids.next(),
                assignment,
                round,
                projects.get(project),
                jury.jurors().get(juror),
                "{\"impact\":{\"number\":%d},\"team\":{\"number\":%d},\"plan\":{\"number\":%d}}"
                        .formatted(points.get(0), points.get(1), points.get(2)),
                total,
                juror == 1 ? "A clear plan; the budget of the second year is thin." : "");
    }
}
