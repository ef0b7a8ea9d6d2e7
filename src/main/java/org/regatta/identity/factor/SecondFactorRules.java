package org.regatta.identity.factor;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.Place;
import org.regatta.identity.passkey.PasskeyRemoved;
import org.regatta.identity.session.Devices;
import org.regatta.identity.session.FurtherStep;
import org.regatta.identity.session.NextStep;
import org.regatta.identity.session.Way;
import org.regatta.shared.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which programs ask a second factor of their admins, and what that asks after a sign-in. A passkey is two factors. */
@Service
@Transactional
public class SecondFactorRules implements FurtherStep {

    private static final String ADMINS = """
            from role_grant g
            join second_factor_rule r on g.program_id = r.program_id or g.program_id is null
            where g.role = 'PROGRAM_ADMIN' and g.competition_id is null
              and (g.valid_from is null or g.valid_from <= now())
              and (g.valid_until is null or g.valid_until > now())
            """;

    private final JdbcClient jdbc;
    private final SecondFactors factors;
    private final Devices devices;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SecondFactorRules(
            JdbcClient jdbc,
            SecondFactors factors,
            Devices devices,
            Access access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.factors = factors;
        this.devices = devices;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /** Whether the program asks it of its admins. */
    @Transactional(readOnly = true)
    public boolean asks(UUID programId) {
        access.require(Action.MANAGE_PEOPLE, Place.ofProgram(programId));
        return jdbc.sql("select exists (select 1 from second_factor_rule where program_id = :program)")
                .param("program", programId)
                .query(Boolean.class)
                .single();
    }

    /**
     * What a program asks of its admins.
     *
     * @param admins who holds the role now, in this program or on the whole site
     * @param without how many of them have neither an authenticator app nor a passkey
     */
    public record ProgramRule(UUID programId, boolean asked, int admins, int without) {}

    /** Of those of these programs whose people the viewer administers, by id; one statement for any number. */
    @Transactional(readOnly = true)
    public Map<UUID, ProgramRule> of(Collection<UUID> programIds) {
        var reach = access.reach(Action.MANAGE_PEOPLE);
        var within = programIds.stream()
                .filter(id -> reach.covers(Place.ofProgram(id)))
                .toList();
        return jdbc
                .sql("""
                        select program.id, r.program_id is not null as asked, count(distinct g.person_id) as admins,
                               count(distinct g.person_id) filter (where f.person_id is null and k.person_id is null) as without
                          from unnest(cast(:programs as uuid[])) as program (id)
                          left join second_factor_rule r on r.program_id = program.id
                          left join role_grant g on g.role = 'PROGRAM_ADMIN' and g.competition_id is null
                               and (g.program_id is null or g.program_id = program.id)
                               and (g.valid_from is null or g.valid_from <= now())
                               and (g.valid_until is null or g.valid_until > now())
                          left join second_factor f on f.person_id = g.person_id and f.confirmed_at is not null
                          left join passkey k on k.person_id = g.person_id
                         group by program.id, r.program_id
                        """)
                .param("programs", Ids.texts(within))
                .query((row, number) -> new ProgramRule(
                        row.getObject("id", UUID.class),
                        row.getBoolean("asked"),
                        row.getInt("admins"),
                        row.getInt("without")))
                .list()
                .stream()
                .collect(Collectors.toMap(ProgramRule::programId, rule -> rule));
    }

    /**
     * Asks a second factor of the program's admins, or no longer; publishes {@link SecondFactorRuleSet}. Admins without
     * one sign in again and set one up first.
     *
     * @throws ActionForbidden if the viewer does not administer the program's people
     */
    public void ask(UUID programId, boolean required) {
        access.require(Action.MANAGE_PEOPLE, Place.ofProgram(programId));
        var by = access.viewer().personId();
        var changed = required ? add(programId, by) : remove(programId);
        if (changed == 0) {
            return;
        }
        events.publishEvent(new SecondFactorRuleSet(programId, required, by, clock.instant()));
        if (required) {
            jdbc.sql("select distinct g.person_id " + ADMINS + " and r.program_id = :program and g.person_id <> :by")
                    .param("program", programId)
                    .param("by", by)
                    .query(UUID.class)
                    .list()
                    .forEach(devices::endAll);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Set<NextStep> after(UUID personId, Way way) {
        if (way == Way.PASSKEY) {
            return Set.of();
        }
        if (factors.has(personId)) {
            return Set.of(NextStep.SECOND_FACTOR);
        }
        var asked = jdbc.sql("select exists (select 1 " + ADMINS + " and g.person_id = :person)")
                .param("person", personId)
                .query(Boolean.class)
                .single();
        return asked ? Set.of(NextStep.SET_UP_FACTOR) : Set.of();
    }

    /** In the transaction of the removal: whoever must have a second factor and has none left signs in again and sets one up. */
    @EventListener
    void on(SecondFactorRemoved removed) {
        endWithoutFactor(removed.personId());
    }

    /** As when an app is removed: a passkey is a second factor as well. */
    @EventListener
    void on(PasskeyRemoved removed) {
        endWithoutFactor(removed.personId());
    }

    private void endWithoutFactor(UUID personId) {
        var missing = jdbc.sql("select exists (select 1 " + ADMINS + """
                         and g.person_id = :person
                         and not exists (select 1 from second_factor f where f.person_id = :person and confirmed_at is not null)
                         and not exists (select 1 from passkey k where k.person_id = :person))
                        """)
                .param("person", personId)
                .query(Boolean.class)
                .single();
        if (missing) {
            devices.endAll(personId);
        }
    }

    private int add(UUID programId, UUID by) {
        return jdbc.sql("""
                        insert into second_factor_rule (program_id, set_by, set_at) values (:program, :by, :now)
                        on conflict (program_id) do nothing
                        """)
                .param("program", programId)
                .param("by", by)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private int remove(UUID programId) {
        return jdbc.sql("delete from second_factor_rule where program_id = :program")
                .param("program", programId)
                .update();
    }
}
