package org.regatta.identity.invitation;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.regatta.identity.Inviting;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.invitation.InviteList.Line;
import org.regatta.identity.link.OneTimeTokens;
import org.regatta.identity.link.Purpose;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What other modules invite people to. */
@Service
@Transactional
class InvitedElsewhere implements Inviting {

    private final InvitationRows rows;
    private final InvitationLetters letters;
    private final People people;
    private final OneTimeTokens tokens;
    private final InvitationSources sources;

    InvitedElsewhere(
            InvitationRows rows,
            InvitationLetters letters,
            People people,
            OneTimeTokens tokens,
            InvitationSources sources) {
        this.rows = rows;
        this.letters = letters;
        this.people = people;
        this.tokens = tokens;
        this.sources = sources;
    }

    @Override
    public UUID person(String email) {
        var wrong = InviteRules.findings(List.of(new Line(1, email, ""))).stream()
                .map(one -> new Finding("email", one.message(), "Write it like name@example.org."))
                .toList();
        if (!wrong.isEmpty()) {
            throw new InvalidInput(wrong.getFirst().message(), wrong);
        }
        return people.ensure(new NewPerson(email, email.replaceAll("@.*", "")));
    }

    /**
     * {@inheritDoc} Publishes {@link PersonInvited} where a link is mailed: of no competition, since its log would tell who is
     * behind a project whose round is blind.
     */
    @Override
    public void write(UUID personId, String newcomer, String known, Map<String, String> values) {
        var one = List.of(personId);
        if (rows.untaken(one).isEmpty()) {
            letters.tell(rows.enabled(one), known, values);
            return;
        }
        var by = sources.access().viewer().personId();
        var now = sources.clock().instant();
        rows.open(one, by, now, now.plus(letters.life()));
        tokens.endAll(one, Purpose.INVITATION);
        letters.link(personId, newcomer, values);
        sources.events().publishEvent(new PersonInvited(personId, null, null, null, by, now));
    }

    /** {@inheritDoc} Publishes {@link InvitationWithdrawn} where there was one. */
    @Override
    public void takeBack(UUID personId) {
        var by = sources.access().viewer().personId();
        var now = sources.clock().instant();
        if (rows.endOwn(personId, by, now)) {
            tokens.end(personId, Purpose.INVITATION);
            sources.events().publishEvent(new InvitationWithdrawn(personId, by, now));
        }
    }

    @Override
    public Duration life() {
        return letters.life();
    }
}
