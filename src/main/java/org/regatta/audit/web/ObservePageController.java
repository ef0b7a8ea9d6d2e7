package org.regatta.audit.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.CompetitionView;
import org.regatta.competition.Competitions;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.ActionForbidden;
import org.regatta.shared.Ids;
import org.regatta.shared.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where an observer begins: every competition there is to read, with its rounds: {@code audit/observe.html}. */
@Controller
class ObservePageController {

    private static final int ROWS = 20;

    private final Competitions competitions;
    private final Access access;
    private final JdbcClient database;

    ObservePageController(Competitions competitions, Access access, JdbcClient database) {
        this.competitions = competitions;
        this.access = access;
        this.database = database;
    }

    /** A round with what there is to read about it; {@code results} is null where there is nothing (yet). */
    public record Line(
            UUID id,
            UUID competitionId,
            String name,
            String kind,
            String status,
            @Nullable String results) {

        public String mark() {
            return switch (status) {
                case "COMPLETED", "CLOSED" -> "DONE";
                case "OPEN" -> "NOW";
                default -> "AHEAD";
            };
        }
    }

    /** A competition with its rounds and how many projects it has. */
    public record Edition(CompetitionView competition, List<Line> rounds, long projects) {}

    @GetMapping("/observe")
    String show(@RequestParam(defaultValue = "0") int page, Model model) {
        if (access.reach(Action.READ_HISTORY).nothing()) {
            throw new ActionForbidden(Action.READ_HISTORY);
        }
        var list = competitions.list(Action.READ_HISTORY, new PageRequest(page, ROWS));
        var ids = Ids.texts(list.items().stream().map(CompetitionView::id).toList());
        var rounds = rounds(ids);
        var projects = projects(ids);
        var editions = new ArrayList<Edition>();
        for (var competition : list.items()) {
            editions.add(new Edition(
                    competition,
                    rounds.getOrDefault(competition.id(), List.of()),
                    projects.getOrDefault(competition.id(), 0L)));
        }
        model.addAttribute("editions", editions);
        model.addAttribute("page", list);
        return "audit/observe";
    }

    private Map<UUID, List<Line>> rounds(String[] competitionIds) {
        return database.sql("""
                        select r.id, r.competition_id, r.name, r.kind, r.status,
                               case when r.kind = 'EVALUATION' and r.status in ('CLOSED', 'COMPLETED')
                                         and exists (select 1 from ranking k where k.round_id = r.id and k.state <> 'REPLACED')
                                    then 'ranking'
                                    when r.kind = 'DELIBERATION' and r.status <> 'PLANNED' then 'decisions' end as results
                        from round r where r.competition_id = any(cast(:ids as uuid[])) order by r.position""").param("ids", competitionIds).query(Line.class).list().stream()
                .collect(Collectors.groupingBy(Line::competitionId));
    }

    private Map<UUID, Long> projects(String[] competitionIds) {
        return database
                .sql("""
                        select competition_id, count(*) as n from project
                        where competition_id = any(cast(:ids as uuid[])) group by 1""")
                .param("ids", competitionIds)
                .query((row, number) -> Map.entry(row.getObject(1, UUID.class), row.getLong(2)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
