package org.regatta.competition.place;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.NamedPlace;
import org.regatta.identity.Place;
import org.regatta.identity.Places;
import org.regatta.identity.Reach;
import org.regatta.shared.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells the identity module which programs and competitions there are. */
@Component
class NamedPlaces implements Places {

    private final JdbcClient database;

    NamedPlaces(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<NamedPlace> within(Reach reach) {
        return database.sql("""
            select * from (
                select p.id as program_id, p.name as program, cast(null as uuid) as competition_id,
                       cast(null as text) as competition
                  from program p
                 where :everything or p.id = any(cast(:programs as uuid[]))
                union all
                select c.program_id, p.name, c.id, c.name
                  from competition c join program p on p.id = c.program_id
                 where :everything or c.program_id = any(cast(:programs as uuid[]))
                    or c.id = any(cast(:competitions as uuid[]))
            ) places
            order by program, program_id, competition nulls first, competition_id\
            """)
                .param("everything", reach.everything())
                .param("programs", Ids.texts(reach.programIds()))
                .param("competitions", Ids.texts(reach.competitionIds()))
                .query(NamedPlaces::place)
                .list();
    }

    @Override
    public Optional<NamedPlace> find(@Nullable UUID programId, @Nullable UUID competitionId) {
        return competitionId == null
                ? database.sql("""
                    select id as program_id, name as program, cast(null as uuid) as competition_id,
                           cast(null as text) as competition
                      from program where id = :id\
                    """)
                        .param("id", programId)
                        .query(NamedPlaces::place)
                        .optional()
                : database.sql("""
                    select c.program_id, p.name as program, c.id as competition_id, c.name as competition
                      from competition c join program p on p.id = c.program_id where c.id = :id\
                    """)
                        .param("id", competitionId)
                        .query(NamedPlaces::place)
                        .optional();
    }

    private static NamedPlace place(ResultSet row, int number) throws SQLException {
        var competition = row.getObject("competition_id", UUID.class);
        return new NamedPlace(
                new Place(row.getObject("program_id", UUID.class), competition, null),
                row.getString("program"),
                row.getString("competition"));
    }
}
