package org.regatta.competition;

import jakarta.validation.Validator;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.regatta.competition.change.ProgramCreated;
import org.regatta.identity.Access;
import org.regatta.identity.Action;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Place;
import org.regatta.shared.DuplicateKey;
import org.regatta.shared.Ids;
import org.regatta.shared.InvalidInput;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people may do with programs. */
@Service
@Transactional
public class Programs {

    /** Also to whoever sees only a competition of it. */
    private static final String SEEN = """
            select p.id, p.key, p.name, p.description from program p
            where (:everything or p.id = any(cast(:programs as uuid[]))
                   or exists (select 1 from competition c
                              where c.program_id = p.id and c.id = any(cast(:competitions as uuid[]))))
            """;

    /** Keys of everything in a competition: what an address or a file name can hold. */
    static final String KEY = "[A-Za-z0-9][A-Za-z0-9._-]*";

    static final String KEY_RULE = "must begin with a letter or digit and hold only letters, digits, '.', '_' and '-'";

    private final JdbcClient database;
    private final Access access;
    private final Validator validator;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Programs(JdbcClient database, Access access, Validator validator, ApplicationEventPublisher events, Clock clock) {
        this.database = database;
        this.access = access;
        this.validator = validator;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Creates a program; publishes {@link ProgramCreated}.
     *
     * @return its id
     * @throws DuplicateKey if the key is taken
     * @throws InvalidInput naming each wrong field
     */
    public UUID create(NewProgram program) {
        access.require(Action.RUN_COMPETITION, Place.SITE);
        InvalidInput.refuse(validator.validate(program));
        var id = Ids.next();
        var created = database.sql("""
                        insert into program (id, key, name, description) values (:id, :key, :name, :description)
                        on conflict (key) do nothing""")
                .param("id", id)
                .param("key", program.key())
                .param("name", program.name())
                .param("description", program.description())
                .update();
        if (created == 0) {
            throw new DuplicateKey("key", program.key());
        }
        events.publishEvent(new ProgramCreated(
                id, program.key(), program.name(), access.viewer().personId(), clock.instant()));
        return id;
    }

    /** The program, if the viewer may see it. */
    @Transactional(readOnly = true)
    public ProgramView get(UUID programId) {
        return database.sql(SEEN + "and p.id = :id")
                .params(Scope.of(access.reach(Action.READ_COMPETITION)))
                .param("id", programId)
                .query(ProgramView.class)
                .optional()
                .orElseThrow(NotVisible::new);
    }

    /** The program of that key, if there is one the viewer may see. */
    @Transactional(readOnly = true)
    public Optional<ProgramView> byKey(String key) {
        return list().stream().filter(program -> program.key().equals(key)).findFirst();
    }

    /** All programs the viewer may see something of, by name. */
    @Transactional(readOnly = true)
    public List<ProgramView> list() {
        return database.sql(SEEN + "order by p.name, p.id")
                .params(Scope.of(access.reach(Action.READ_COMPETITION)))
                .query(ProgramView.class)
                .list();
    }

    /**
     * A program to be created.
     *
     * @param key short name, unique on the site
     */
    public record NewProgram(
            @NotBlank @Size(max = 60) @Pattern(regexp = KEY, message = KEY_RULE)
            String key,

            @NotBlank @Size(max = 200) String name,
            @NotNull @Size(max = 20_000) String description) {}
}
