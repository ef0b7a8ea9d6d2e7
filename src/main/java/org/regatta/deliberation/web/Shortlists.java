package org.regatta.deliberation.web;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.CompetitionStatus;
import org.regatta.competition.CompetitionView;
import org.regatta.competition.Competitions;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.Role;
import org.regatta.shared.Ids;
import org.regatta.shared.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What award masters read before an award is theirs to decide: {@code deliberation/shortlist.html}, in their inbox. */
@Component("shortlists")
class Shortlists {

    /** The newest competitions: the inbox is no archive. */
    private static final PageRequest NEWEST = new PageRequest(0, 10);

    private final Competitions competitions;
    private final Access access;
    private final JdbcClient database;

    Shortlists(Competitions competitions, Access access, JdbcClient database) {
        this.competitions = competitions;
        this.access = access;
        this.database = database;
    }

    /**
     * A round that matters to awards.
     *
     * @param results last part of the address of its ranking or decisions; null where there is nothing to read (yet)
     * @param award whether awards are decided in it, and it is not over
     * @param opensAt null where it opens when its turn comes
     */
    public record Line(
            UUID roundId,
            UUID competitionId,
            String name,
            @Nullable String results,
            boolean award,
            @Nullable Instant opensAt) {}

    /**
     * One competition.
     *
     * @param projects how many shortlisted ones the viewer may read
     */
    public record Shortlist(UUID competitionId, String competition, ZoneId zone, long projects, List<Line> rounds) {}

    /** The viewer's, the newest first; none for who is no award master, and none of a competition that holds nothing yet. */
    public List<Shortlist> mine() {
        if (!access.viewer().holds(Role.AWARD_MASTER)) {
            return List.of();
        }
        var running = competitions.list(Action.READ_RANKING, NEWEST).items().stream()
                .filter(competition -> competition.status() != CompetitionStatus.DRAFT
                        && access.viewer().holds(Role.AWARD_MASTER, competition.place()))
                .toList();
        var ids = Ids.texts(running.stream().map(CompetitionView::id).toList());
        var projects = projects(ids);
        var rounds = rounds(ids);
        return running.stream()
                .map(one -> new Shortlist(
                        one.id(),
                        one.name(),
                        one.zone(),
                        projects.getOrDefault(one.id(), 0L),
                        rounds.getOrDefault(one.id(), List.of())))
                .filter(one -> one.projects() > 0
                        || one.rounds().stream().anyMatch(line -> line.results() != null || line.award()))
                .toList();
    }

    private Map<UUID, Long> projects(String[] competitionIds) {
        return database
                .sql("""
                        select competition_id, count(*) from project
                        where competition_id = any(cast(:ids as uuid[])) and status in ('ADVANCED', 'AWARDED')
                          and not id = any(cast(:withheld as uuid[])) group by 1""")
                .param("ids", competitionIds)
                .param("withheld", Ids.texts(access.withheld()))
                .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Map<UUID, List<Line>> rounds(String[] competitionIds) {
        return database.sql("""
                        select * from (
                            select r.id, r.competition_id, r.name, r.opens_at, r.position,
                                   case when r.kind = 'EVALUATION' and r.status in ('CLOSED', 'COMPLETED') and exists (
                                             select 1 from ranking k where k.round_id = r.id and k.state <> 'REPLACED')
                                        then 'ranking'
                                        when r.kind = 'DELIBERATION' and r.status <> 'PLANNED' then 'decisions' end as results,
                                   r.kind = 'AWARD' and r.status <> 'COMPLETED' as award
                            from round r where r.competition_id = any(cast(:ids as uuid[]))) r
                        where r.results is not null or r.award order by r.position""").param("ids", competitionIds).query(Shortlists::line).list().stream()
                .collect(Collectors.groupingBy(Line::competitionId));
    }

    private static Line line(ResultSet row, int number) throws SQLException {
        var opens = row.getObject("opens_at", OffsetDateTime.class);
        return new Line(
                row.getObject("id", UUID.class),
                row.getObject("competition_id", UUID.class),
                row.getString("name"),
                row.getString("results"),
                row.getBoolean("award"),
                opens == null ? null : opens.toInstant());
    }
}
