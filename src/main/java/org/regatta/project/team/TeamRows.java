package org.regatta.project.team;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.regatta.project.ProjectStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code team_invitation} and {@code team_member}. */
@Repository
class TeamRows {

    /** Whoever judges or accompanies projects there joins no team, and learns nothing of one: its rounds may be blind. */
    private static final String BARRED = """
            exists (select 1 from role_grant g
                    where g.person_id = :person and g.role in ('JURY_MEMBER', 'MENTOR')
                      and (g.valid_from is null or g.valid_from <= now())
                      and (g.valid_until is null or g.valid_until > now())
                      and ((g.program_id is null and g.competition_id is null)
                           or g.program_id = c.program_id or g.competition_id = c.id))
            """;

    private static final String ASKED = """
            select i.id, p.id as project_id, p.title as project, t.name as team, c.name as competition, c.zone,
                   b.name as inviter, i.expires_at,
                   p.status = 'DRAFT' and exists (
                       select 1 from round r
                       where r.competition_id = c.id and r.kind = 'INTAKE' and r.status = 'OPEN'
                         and (r.closes_at is null
                              or clock_timestamp() < r.closes_at + make_interval(secs => r.grace_seconds))) as open
            from team_invitation i join team t on t.id = i.team_id join competition c on c.id = t.competition_id
            join person b on b.id = i.invited_by
            join lateral (select id, title, status from project where team_id = t.id order by created_at, id limit 1) p on true
            where i.person_id = :person and i.expires_at > :now and not\s""" + BARRED;

    private final JdbcClient database;

    TeamRows(JdbcClient database) {
        this.database = database;
    }

    /** A project whose team may change; {@code title}, {@code team} and {@code competition} are names. */
    record Held(
            UUID teamId,
            UUID competitionId,
            String number,
            String title,
            String team,
            String competition,
            ProjectStatus status) {}

    /** Nobody changes the team or hands the project in before the transaction ends. */
    Optional<Held> lock(UUID projectId) {
        return held(projectId, " for no key update of p");
    }

    Optional<Held> find(UUID projectId) {
        return held(projectId, "");
    }

    private Optional<Held> held(UUID projectId, String lock) {
        return database.sql("""
                        select p.team_id, p.competition_id, p.number, p.title, t.name as team, c.name as competition, p.status
                        from project p join team t on t.id = p.team_id join competition c on c.id = p.competition_id
                        where p.id = :id""" + lock).param("id", projectId).query(Held.class).optional();
    }

    boolean leads(UUID teamId, UUID personId) {
        return count(
                        "select count(*) from team_member where team_id = :team and person_id = :person and leads",
                        teamId,
                        personId)
                == 1;
    }

    boolean member(UUID teamId, UUID personId) {
        return count("select count(*) from team_member where team_id = :team and person_id = :person", teamId, personId)
                == 1;
    }

    int leaders(UUID teamId) {
        return database.sql("select count(*) from team_member where team_id = ? and leads")
                .param(teamId)
                .query(Integer.class)
                .single();
    }

    /** Members and whom the team waits for. */
    int size(UUID teamId) {
        return database.sql("""
                        select (select count(*) from team_member where team_id = :team)
                               + (select count(*) from team_invitation where team_id = :team)""").param("team", teamId).query(Integer.class).single();
    }

    boolean barred(UUID personId, UUID competitionId) {
        return database.sql("select " + BARRED + " from competition c where c.id = :competition")
                .param("person", personId)
                .param("competition", competitionId)
                .query(Boolean.class)
                .single();
    }

    private int count(String sql, UUID teamId, UUID personId) {
        return database.sql(sql)
                .param("team", teamId)
                .param("person", personId)
                .query(Integer.class)
                .single();
    }

    /** False if the person is invited already. */
    boolean invite(UUID teamId, UUID personId, UUID by, TeamInvitation invitation) {
        return database.sql("""
                        insert into team_invitation (id, team_id, person_id, email, invited_by, sent_at, expires_at)
                        values (:id, :team, :person, :email, :by, :now, :expires) on conflict do nothing""")
                        .param("id", invitation.id())
                        .param("team", teamId)
                        .param("person", personId)
                        .param("email", invitation.email())
                        .param("by", by)
                        .param("now", utc(invitation.sentAt()))
                        .param("expires", utc(invitation.expiresAt()))
                        .update()
                == 1;
    }

    /** Whose invitation it is; empty where none of the team's waits under this id, or it was sent {@code most} times. */
    Optional<UUID> again(UUID id, UUID teamId, Instant now, Instant expires, int most) {
        return database.sql("""
                        update team_invitation set sent_at = :now, sent = sent + 1, expires_at = :expires
                        where id = :id and team_id = :team and sent < :most returning person_id""")
                .param("id", id)
                .param("team", teamId)
                .param("now", utc(now))
                .param("expires", utc(expires))
                .param("most", most)
                .query(UUID.class)
                .optional();
    }

    boolean waits(UUID id, UUID teamId) {
        return database.sql("select count(*) from team_invitation where id = :id and team_id = :team")
                        .param("id", id)
                        .param("team", teamId)
                        .query(Integer.class)
                        .single()
                == 1;
    }

    /** Whose it was; empty where none of the team's waited under this id. */
    Optional<UUID> delete(UUID id, UUID teamId) {
        return database.sql("delete from team_invitation where id = :id and team_id = :team returning person_id")
                .param("id", id)
                .param("team", teamId)
                .query(UUID.class)
                .optional();
    }

    List<TeamInvitation> waiting(UUID teamId, Instant now) {
        return database.sql("""
                        select id, email, sent_at, expires_at from team_invitation where team_id = :team
                        order by sent_at desc, id desc""")
                .param("team", teamId)
                .query((row, number) -> {
                    var expires =
                            row.getObject("expires_at", OffsetDateTime.class).toInstant();
                    return new TeamInvitation(
                            row.getObject("id", UUID.class),
                            row.getString("email"),
                            row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                            expires,
                            !expires.isAfter(now));
                })
                .list();
    }

    /** Waiting for this person, the latest first. */
    List<ReceivedInvitation> asked(UUID personId, Instant now) {
        return database.sql(ASKED + " order by i.sent_at desc, i.id desc")
                .param("person", personId)
                .param("now", utc(now))
                .query((row, number) -> new ReceivedInvitation(
                        row.getObject("id", UUID.class),
                        row.getObject("project_id", UUID.class),
                        row.getString("project"),
                        row.getString("team"),
                        row.getString("competition"),
                        ZoneId.of(row.getString("zone")),
                        row.getString("inviter"),
                        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("open")))
                .list();
    }

    boolean join(UUID teamId, UUID personId) {
        return database.sql("""
                        insert into team_member (team_id, person_id, leads) values (:team, :person, false)
                        on conflict do nothing""").param("team", teamId).param("person", personId).update() == 1;
    }

    boolean leave(UUID teamId, UUID personId) {
        return database.sql("delete from team_member where team_id = :team and person_id = :person")
                        .param("team", teamId)
                        .param("person", personId)
                        .update()
                == 1;
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
