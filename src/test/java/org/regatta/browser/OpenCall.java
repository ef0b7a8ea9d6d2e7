package org.regatta.browser;

import java.util.List;
import java.util.UUID;
import org.regatta.Scene;
import org.regatta.competition.RoundKind;
import org.regatta.identity.Acting;
import org.regatta.identity.LetterDue;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.identity.Sealing;
import org.regatta.project.NewProject;
import org.regatta.project.Projects;
import org.regatta.shared.Ids;
import org.springframework.context.ApplicationContext;

/** A running competition whose call is open, with a judging and a deliberation to come, and teams that enter it. */
final class OpenCall {

    static final String PASSWORD = "calm-water-2026";

    final Scene scene;
    final UUID call;
    final UUID judging;
    final UUID decided;
    private final ApplicationContext context;

    OpenCall(ApplicationContext context) {
        this.context = context;
        scene = new Scene(context);
        call = scene.round("call", RoundKind.INTAKE);
        judging = scene.evaluationRound("judging", false);
        decided = scene.round("deliberation", RoundKind.DELIBERATION);
        sql("update competition set status = 'RUNNING' where id = ?", scene.competitionId);
        sql(
                "update round set status = 'OPEN', opened_at = now(), closes_at = now() + interval '9 days' where id = ?",
                call);
    }

    void secret(UUID project, String outcome, int rank, String result, boolean advances) {
        sql("""
                insert into decision (id, round_id, project_id, rank, cumulative_result, proposed, outcome, reason, state)
                values (?, ?, ?, ?, cast(? as numeric), ?, ?, 'because of the budget', 'APPROVED')""", Ids.next(), decided, project, rank, result, outcome, outcome);
        var ranking = Ids.next();
        sql(
                "insert into ranking (id, round_id, state, policy, computed_at) values (?, ?, 'APPROVED', '{}', now())",
                ranking,
                judging);
        sql("""
                insert into ranking_row (ranking_id, project_id, position, rank, stage_result, cumulative_result, advances, derivation)
                values (?, ?, ?, ?, cast(? as numeric), cast(? as numeric), ?, '{}')""", ranking, project, rank, rank, result, result, advances);
    }

    void earlierRound(int days) {
        var earlier = scene.evaluationRound("earlier-" + days, false);
        sql("""
                update round set status = 'COMPLETED', opened_at = now() - make_interval(days => 400),
                    completed_at = now() - make_interval(days => 400) + make_interval(days => ?),
                    competition_id = ?, position = ? where id = ?""", days, earlierCompetition(days), 1, earlier);
    }

    private UUID earlierCompetition(int days) {
        var id = Ids.next();
        sql("""
                insert into competition (id, program_id, key, name, zone, status, created_at)
                values (?, ?, ?, 'An earlier edition', 'Europe/Paris', 'CLOSED', now())""", id, scene.programId, "earlier-" + days);
        return id;
    }

    UUID project(UUID member, String title) {
        return enter(title, true, member);
    }

    UUID draft(String title, UUID... members) {
        return enter(title, false, members);
    }

    private UUID enter(String title, boolean submitted, UUID... members) {
        Acting.as(scene.admin);
        return context.getBean(Projects.class)
                .enter(
                        scene.competitionId,
                        new NewProject(
                                "TP-1", title.strip(), "A summary.", null, "FR", "Crew", List.of(members), submitted));
    }

    UUID applicant(String email) {
        var people = context.getBean(People.class);
        Acting.as(scene.admin);
        var id = people.ensure(new NewPerson(email, "Ayla Shore"));
        people.setPassword(id, PASSWORD);
        people.grant(id, Role.APPLICANT, null, scene.competitionId);
        return id;
    }

    /** Where the link leads that was mailed to this address last. */
    String link(String email) {
        var sealed = scene.rows().sql("""
                        select n.sealed_link from notification n join person p on p.id = n.person_id
                        where p.email = ? order by n.id desc limit 1""").param(email).query(String.class).single();
        var link = context.getBean(Sealing.class).open(LetterDue.LINK, sealed);
        return link.substring(link.indexOf("/invitation"));
    }

    void sql(String statement, Object... values) {
        scene.rows().sql(statement).params(List.of(values)).update();
    }
}
