package org.regatta.rubric;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Place;
import org.regatta.rubric.CriterionView.Option;
import org.regatta.shared.Ids;
import org.regatta.shared.PlainDecimal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables {@code rubric} and {@code criterion}. */
@Repository
class RubricRepository {

    private static final TypeReference<List<Option>> OPTIONS = new TypeReference<>() {};

    private static final String SELECT = """
            select r.id, r.competition_id, r.key, r.name, r.guidance, r.version,
                   c.key as criterion_key, c.label, c.guidance as criterion_guidance, c.kind, c.weight, c.required,
                   c.min_value, c.max_value, c.step, c.options, c.for_team
              from rubric r left join criterion c on c.rubric_id = r.id
             where %s
             order by r.key, r.id, c.position""";

    private final JdbcClient database;
    private final ObjectMapper json;

    RubricRepository(JdbcClient database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Where a competition is; empty if there is none. */
    Optional<Place> place(UUID competitionId) {
        return database.sql("select program_id from competition where id = :id")
                .param("id", competitionId)
                .query(UUID.class)
                .optional()
                .map(programId -> Place.ofCompetition(programId, competitionId));
    }

    Optional<RubricView> find(UUID rubricId) {
        return read("r.id = :id", rubricId).stream().findFirst();
    }

    List<RubricView> findAll(Collection<UUID> rubricIds) {
        return read("r.id in (:id)", rubricIds);
    }

    /** By key. */
    List<RubricView> of(UUID competitionId) {
        return read("r.competition_id = :id", competitionId);
    }

    /** False if the key is taken in the competition. */
    boolean insert(UUID rubricId, UUID competitionId, NewRubric rubric) {
        var inserted = database.sql("""
                        insert into rubric (id, competition_id, key, name, guidance)
                        values (:id, :competition, :key, :name, :guidance)
                        on conflict (competition_id, key) do nothing""")
                .param("id", rubricId)
                .param("competition", competitionId)
                .param("key", rubric.key())
                .param("name", rubric.name())
                .param("guidance", rubric.guidance())
                .update();
        if (inserted == 1) {
            insertCriteria(rubricId, rubric);
        }
        return inserted == 1;
    }

    /**
     * Keeps evaluations under the rubric from being written until the end of the transaction, by the lock that writing
     * one takes on its round.
     *
     * @return whether there are any already
     */
    boolean lockUse(UUID rubricId) {
        database.sql("select id from round where rubric_id = :id order by id for update")
                .param("id", rubricId)
                .query(UUID.class)
                .list();
        return database.sql("""
                        select exists (select 1 from round r join evaluation e on e.round_id = r.id
                                       where r.rubric_id = :id)""").param("id", rubricId).query(Boolean.class).single();
    }

    /** False if the version is not the stored one. */
    boolean update(UUID rubricId, NewRubric rubric, int version) {
        var updated = database.sql("""
                        update rubric set name = :name, guidance = :guidance, version = version + 1
                         where id = :id and version = :version""")
                .param("id", rubricId)
                .param("name", rubric.name())
                .param("guidance", rubric.guidance())
                .param("version", version)
                .update();
        if (updated == 1) {
            database.sql("delete from criterion where rubric_id = :id")
                    .param("id", rubricId)
                    .update();
            insertCriteria(rubricId, rubric);
        }
        return updated == 1;
    }

    private void insertCriteria(UUID rubricId, NewRubric rubric) {
        for (int i = 0; i < rubric.criteria().size(); i++) {
            var criterion = rubric.criteria().get(i);
            database.sql("""
                            insert into criterion (id, rubric_id, position, key, label, guidance, kind, weight, required,
                                                   min_value, max_value, step, options, for_team)
                            values (:id, :rubric, :position, :key, :label, :guidance, :kind, :weight, :required,
                                    :min, :max, :step, cast(:options as jsonb), :forTeam)""")
                    .param("id", Ids.next())
                    .param("rubric", rubricId)
                    .param("position", i + 1)
                    .param("key", criterion.key())
                    .param("label", criterion.label())
                    .param("guidance", criterion.guidance())
                    .param("kind", criterion.kind().name())
                    .param("weight", criterion.weight())
                    .param("required", criterion.required())
                    .param("min", criterion.min())
                    .param("max", criterion.max())
                    .param("step", criterion.step())
                    .param("options", criterion.options().isEmpty() ? null : written(criterion.options()))
                    .param("forTeam", criterion.forTeam())
                    .update();
        }
    }

    private List<RubricView> read(String condition, Object id) {
        var criteria = new LinkedHashMap<UUID, List<CriterionView>>();
        var rubrics = new LinkedHashMap<UUID, RubricView>();
        database.sql(SELECT.formatted(condition))
                .param("id", id)
                .query((row, number) -> {
                    var rubric = rubric(row, List.of());
                    rubrics.putIfAbsent(rubric.id(), rubric);
                    var its = criteria.computeIfAbsent(rubric.id(), any -> new ArrayList<>());
                    if (row.getString("criterion_key") != null) {
                        its.add(criterion(row));
                    }
                    return rubric.id();
                })
                .list();
        return rubrics.values().stream()
                .map(rubric -> new RubricView(
                        rubric.id(),
                        rubric.competitionId(),
                        rubric.key(),
                        rubric.name(),
                        rubric.guidance(),
                        criteria.getOrDefault(rubric.id(), List.of()),
                        rubric.version()))
                .toList();
    }

    private static RubricView rubric(ResultSet row, List<CriterionView> criteria) throws SQLException {
        return new RubricView(
                row.getObject("id", UUID.class),
                row.getObject("competition_id", UUID.class),
                row.getString("key"),
                row.getString("name"),
                row.getString("guidance"),
                criteria,
                row.getInt("version"));
    }

    private CriterionView criterion(ResultSet row) throws SQLException {
        return new CriterionView(
                row.getString("criterion_key"),
                row.getString("label"),
                row.getString("criterion_guidance"),
                CriterionKind.valueOf(row.getString("kind")),
                PlainDecimal.of(row.getBigDecimal("weight")),
                row.getBoolean("required"),
                plain(row, "min_value"),
                plain(row, "max_value"),
                plain(row, "step"),
                options(row.getString("options")),
                row.getBoolean("for_team"));
    }

    private static @Nullable BigDecimal plain(ResultSet row, String column) throws SQLException {
        var number = row.getBigDecimal(column);
        return number == null ? null : PlainDecimal.of(number);
    }

    private String written(List<Option> options) {
        try {
            return json.writeValueAsString(options);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("options cannot be written as JSON", e);
        }
    }

    private List<Option> options(@Nullable String stored) {
        try {
            return stored == null ? List.of() : json.readValue(stored, OPTIONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("stored options are no options", e);
        }
    }
}
