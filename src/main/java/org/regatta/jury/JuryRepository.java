package org.regatta.jury;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Contains;
import org.regatta.shared.Ids;
import org.regatta.shared.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code jury}, {@code juror} and {@code round_jury}. */
@Repository
class JuryRepository {

    private static final String SELECT = """
            select y.id, y.competition_id, y.key, y.name,
                   (select count(*) from juror j where j.jury_id = y.id and j.active) as jurors
            from jury y
            """;

    private final JdbcClient database;

    JuryRepository(JdbcClient database) {
        this.database = database;
    }

    Optional<JuryView> find(UUID juryId) {
        return database.sql(SELECT + "where y.id = :id")
                .param("id", juryId)
                .query(JuryView.class)
                .optional();
    }

    List<JuryView> of(UUID competitionId) {
        return database.sql(SELECT + "where y.competition_id = :competition order by y.key")
                .param("competition", competitionId)
                .query(JuryView.class)
                .list();
    }

    /** Holds the row until the transaction ends, so that nobody else adds jurors meanwhile. */
    void lock(UUID juryId) {
        database.sql("select id from jury where id = :id for update")
                .param("id", juryId)
                .query(UUID.class)
                .optional();
    }

    /** The new jury's id; empty if the key is taken. */
    Optional<UUID> insert(UUID competitionId, String key, String name) {
        return database.sql("""
                        insert into jury (id, competition_id, key, name) values (:id, :competition, :key, :name)
                        on conflict (competition_id, key) do nothing returning id""")
                .param("id", Ids.next())
                .param("competition", competitionId)
                .param("key", key)
                .param("name", name)
                .query(UUID.class)
                .optional();
    }

    List<UUID> insertJurors(UUID juryId, List<NewJuror> jurors) {
        var ids = jurors.stream().map(juror -> Ids.next()).toList();
        database.sql("""
                        insert into juror (id, jury_id, person_id, label, weight, chairs)
                        select id, :jury, person_id, label, weight, chairs
                        from unnest(cast(:ids as uuid[]), cast(:persons as uuid[]), cast(:labels as text[]),
                                    cast(:weights as numeric[]), cast(:chairs as boolean[]))
                             as t (id, person_id, label, weight, chairs)""")
                .param("jury", juryId)
                .param("ids", Sql.column(ids, id -> id))
                .param("persons", Sql.column(jurors, NewJuror::personId))
                .param("labels", Sql.column(jurors, NewJuror::label))
                .param("weights", Sql.column(jurors, juror -> juror.weight().toPlainString()))
                .param("chairs", Sql.column(jurors, NewJuror::chairs))
                .update();
        return ids;
    }

    List<JurorView> jurors(UUID juryId) {
        return database.sql("""
                        select id, jury_id, person_id, label, trim_scale(weight) as weight, chairs, active
                        from juror where jury_id = :jury order by label collate natural_order, id""").param("jury", juryId).query(JurorView.class).list();
    }

    /** By jury; without those of which nobody is found. */
    Map<UUID, Page<JurorView>> firstJurors(UUID competitionId, @Nullable String search, int most) {
        var found = new HashMap<UUID, Page<JurorView>>();
        database.sql("""
                        select * from (
                            select j.id, j.jury_id, j.person_id, j.label, trim_scale(j.weight) as weight, j.chairs, j.active,
                                   count(*) over (partition by j.jury_id) as total,
                                   row_number() over (partition by j.jury_id
                                                      order by j.active desc, j.label collate natural_order, j.id) as place
                              from jury y join juror j on j.jury_id = y.id join person p on p.id = j.person_id
                             where y.competition_id = :competition
                               and (cast(:search as text) is null or j.label ilike :search or p.name ilike :search
                                    or p.email ilike :search)) as found
                         where place <= :most order by place""")
                .param("competition", competitionId)
                .param("search", search == null ? null : Contains.pattern(search))
                .param("most", most)
                .query(row -> {
                    var juror = juror(row);
                    var total = row.getLong("total");
                    found.computeIfAbsent(juror.juryId(), jury -> new Page<>(new ArrayList<>(), 0, most, total))
                            .items()
                            .add(juror);
                });
        return found;
    }

    private static JurorView juror(ResultSet row) throws SQLException {
        return new JurorView(
                row.getObject("id", UUID.class),
                row.getObject("jury_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getString("label"),
                row.getBigDecimal("weight"),
                row.getBoolean("chairs"),
                row.getBoolean("active"));
    }

    List<SeatView> seats(UUID roundId) {
        return database.sql("""
                        select s.id, s.round_id, s.jury_id, y.name as jury_name, s.category, s.jurors_per_project
                        from round_jury s join jury y on y.id = s.jury_id
                        where s.round_id = :round order by s.category nulls first, y.key""").param("round", roundId).query(SeatView.class).list();
    }

    /** The same of all rounds of a competition. */
    List<SeatView> seatsOf(UUID competitionId) {
        return database.sql("""
                        select s.id, s.round_id, s.jury_id, y.name as jury_name, s.category, s.jurors_per_project
                        from round_jury s join jury y on y.id = s.jury_id
                        where y.competition_id = :competition order by s.category nulls first, y.key""")
                .param("competition", competitionId)
                .query(SeatView.class)
                .list();
    }

    UUID seat(UUID roundId, UUID juryId, @Nullable String category, @Nullable Integer jurorsPerProject) {
        return database.sql("""
                        insert into round_jury (id, round_id, jury_id, category, jurors_per_project)
                        values (:id, :round, :jury, :category, :count)
                        on conflict (round_id, jury_id, category) do update
                        set jurors_per_project = excluded.jurors_per_project
                        returning id""")
                .param("id", Ids.next())
                .param("round", roundId)
                .param("jury", juryId)
                .param("category", category)
                .param("count", jurorsPerProject)
                .query(UUID.class)
                .single();
    }

    /** False if the round has no such seat. */
    boolean unseat(UUID roundId, UUID seatId) {
        return database.sql("delete from round_jury where id = :id and round_id = :round")
                        .param("id", seatId)
                        .param("round", roundId)
                        .update()
                == 1;
    }

    Optional<UUID> juryOf(UUID jurorId) {
        return database.sql("select jury_id from juror where id = :id")
                .param("id", jurorId)
                .query(UUID.class)
                .optional();
    }

    /** Whose seat that changed; empty if it was so. */
    Optional<UUID> setActive(UUID jurorId, boolean active) {
        return database.sql(
                        "update juror set active = :active where id = :id and active <> :active returning person_id")
                .param("id", jurorId)
                .param("active", active)
                .query(UUID.class)
                .optional();
    }

    /** How many active jurors there are in the juries that sit in each round; without rounds where nobody does. */
    Map<UUID, Long> seated(Collection<UUID> roundIds) {
        var seated = new HashMap<UUID, Long>();
        database.sql("""
                        select s.round_id, count(*) as jurors
                        from round_jury s join juror j on j.jury_id = s.jury_id and j.active
                        where s.round_id in (:rounds) group by s.round_id""").param("rounds", roundIds).query(row -> {
            seated.put(row.getObject("round_id", UUID.class), row.getLong("jurors"));
        });
        return seated;
    }

    /** Categories of projects still in the competition that no jury of a round evaluates, by round; "" for none. */
    Map<UUID, List<String>> uncovered(List<UUID> roundIds, UUID competitionId) {
        var uncovered = new HashMap<UUID, List<String>>();
        database.sql("""
                        select r.id, coalesce(p.category, '') as category
                        from unnest(cast(:rounds as uuid[])) as r (id) cross join (
                            select distinct category from project
                            where competition_id = :competition and status in ('SUBMITTED', 'ADVANCED')) p
                        where not exists (select 1 from round_jury s
                                          where s.round_id = r.id and (s.category is null or s.category = p.category))
                        order by 1, 2""")
                .param("competition", competitionId)
                .param("rounds", Sql.column(roundIds, id -> id))
                .query(row -> {
                    uncovered
                            .computeIfAbsent(row.getObject("id", UUID.class), id -> new ArrayList<>())
                            .add(row.getString("category"));
                });
        return uncovered;
    }

    /** The most jurors that one project of each round would get, were none of them in conflict with it. */
    Map<UUID, Integer> mostOnAProject(Collection<UUID> roundIds) {
        var most = new HashMap<UUID, Integer>();
        database.sql("""
                        with seat as (
                            select s.round_id, s.category, least(s.jurors_per_project, count(j.id)) as jurors
                            from round_jury s join juror j on j.jury_id = s.jury_id and j.active
                            where s.round_id in (:rounds) group by s.id)
                        select round_id, max(jurors) as jurors from (
                            select c.round_id, sum(seat.jurors) as jurors
                            from (select distinct round_id, category from seat) c
                            join seat on seat.round_id = c.round_id
                                      and (seat.category is null or seat.category = c.category)
                            group by c.round_id, c.category) of_category
                        group by round_id""").param("rounds", roundIds).query(row -> {
            most.put(row.getObject("round_id", UUID.class), row.getInt("jurors"));
        });
        return most;
    }
}
