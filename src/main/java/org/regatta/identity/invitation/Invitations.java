package org.regatta.identity.invitation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.NamedPlace;
import org.regatta.identity.NewPerson;
import org.regatta.identity.NotVisible;
import org.regatta.identity.People;
import org.regatta.identity.PersonView;
import org.regatta.identity.invitation.InviteList.Line;
import org.regatta.identity.invitation.InvitePreview.Invitee;
import org.regatta.identity.link.LinkNotGood;
import org.regatta.identity.link.OneTimeTokens;
import org.regatta.identity.link.Purpose;
import org.regatta.identity.role.NewGrant;
import org.regatta.identity.role.RoleGrants;
import org.regatta.identity.role.RoleOutOfReach;
import org.regatta.identity.session.SignedIn;
import org.regatta.shared.Finding;
import org.regatta.shared.Ids;
import org.regatta.shared.InvalidInput;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Invites people: all of a list or nobody of it. */
@Service
@Transactional
public class Invitations {

    private final InvitationRows rows;
    private final InvitationLetters letters;
    private final RoleGrants roles;
    private final People people;
    private final OneTimeTokens tokens;
    private final InvitationSources sources;

    Invitations(
            InvitationRows rows,
            InvitationLetters letters,
            RoleGrants roles,
            People people,
            OneTimeTokens tokens,
            InvitationSources sources) {
        this.rows = rows;
        this.letters = letters;
        this.roles = roles;
        this.people = people;
        this.tokens = tokens;
        this.sources = sources;
    }

    /**
     * What {@link #invite} would do; changes nothing.
     *
     * @throws NotVisible if the place is unknown to the viewer
     * @throws RoleOutOfReach if the role is not below the viewer's own there
     */
    @Transactional(readOnly = true)
    public InvitePreview preview(InviteList list) {
        roles.requireGrantable(grant(list, Ids.next()));
        var findings = new ArrayList<>(InviteRules.findings(list.lines()));
        var own = sources.access().viewer().email().toLowerCase(Locale.ROOT);
        list.lines().stream()
                .filter(line -> key(line).equals(own))
                .map(line -> new Finding(
                        "line " + line.number(), "This is your own address.", "Nobody gives a role to themselves."))
                .forEach(findings::add);
        var known = rows.known(
                list.lines().stream().map(Invitations::key).toList(),
                sources.administration().scope());
        var invitees = list.lines().stream()
                .map(line -> new Invitee(line.number(), line.email(), name(line), known.contains(key(line))))
                .toList();
        return new InvitePreview(invitees, findings);
    }

    /**
     * Makes everybody known, gives them the role and mails a link that works once; whoever has an account already is told of
     * the role. Publishes {@link PersonInvited} for each.
     *
     * @return their ids, in the order of the list
     * @throws InvalidInput naming every line that is wrong; nobody is then invited
     * @throws NotVisible if the place is unknown to the viewer
     * @throws RoleOutOfReach if the role is not below the viewer's own there
     */
    public List<UUID> invite(InviteList list) {
        var preview = preview(list);
        if (!preview.findings().isEmpty()) {
            throw new InvalidInput("Some lines are wrong; nobody was invited.", preview.findings());
        }
        var newcomers = new LinkedHashMap<String, NewPerson>();
        preview.people().forEach(one -> newcomers.put(one.email(), new NewPerson(one.email(), one.name())));
        var ids = List.copyOf(people.ensureAll(List.copyOf(newcomers.values())).values());
        roles.grantAll(ids.stream().map(id -> grant(list, id)).toList());
        var untaken = rows.untaken(ids);
        var enabled = rows.enabled(ids);
        var place = sources.place(list);
        var where = place.map(NamedPlace::name).orElse(sources.site());
        send(ids.stream().filter(untaken::contains).toList(), where);
        letters.tell(
                ids.stream()
                        .filter(id -> enabled.contains(id) && !untaken.contains(id))
                        .toList(),
                list.role(),
                where);
        // a competition's own program, whatever the list says beside it
        var programId = place.map(one -> one.place().programId()).orElse(null);
        var by = sources.access().viewer().personId();
        var now = sources.clock().instant();
        ids.forEach(id -> sources.events()
                .publishEvent(new PersonInvited(id, list.role(), programId, list.competitionId(), by, now)));
        return ids;
    }

    /**
     * Mails a new link to somebody who has not come yet; those mailed before work no more.
     *
     * @throws NotVisible if the viewer sees nothing of the person, or no invitation waits
     */
    public void resend(UUID personId) {
        requireWaiting(personId);
        send(List.of(personId), sources.site());
        sources.events()
                .publishEvent(new PersonInvited(
                        personId,
                        null,
                        null,
                        null,
                        sources.access().viewer().personId(),
                        sources.clock().instant()));
    }

    /**
     * Takes an invitation back: its link works no more. The account and its roles stay. Publishes
     * {@link InvitationWithdrawn}.
     *
     * @throws NotVisible if the viewer sees nothing of the person, or no invitation waits
     */
    public void withdraw(UUID personId) {
        requireWaiting(personId);
        if (!rows.end(personId, "ended_at", sources.clock().instant())) {
            throw new NotVisible();
        }
        tokens.end(personId, Purpose.INVITATION);
        sources.events()
                .publishEvent(new InvitationWithdrawn(
                        personId,
                        sources.access().viewer().personId(),
                        sources.clock().instant()));
    }

    /** Whose invitation this is, while its link works; uses nothing up. */
    @Transactional(readOnly = true)
    public Optional<PersonView> look(String secret) {
        return tokens.look(Purpose.INVITATION, secret).flatMap(token -> person(token.personId()));
    }

    /**
     * Takes the account over; the link works no more. Publishes {@link PersonActivated}.
     *
     * @return who has come
     * @throws LinkNotGood if the link was used, has expired, was replaced, taken back or never existed
     */
    public PersonView accept(String secret) {
        var token = tokens.use(Purpose.INVITATION, secret);
        var person = person(token.personId()).orElseThrow(LinkNotGood::new);
        tokens.end(person.id(), Purpose.INVITATION);
        rows.mustSetPassword(person.id());
        if (rows.end(person.id(), "accepted_at", sources.clock().instant())) {
            sources.events()
                    .publishEvent(
                            new PersonActivated(person.id(), sources.clock().instant()));
        }
        return person;
    }

    /** Whoever gets in by another way has come as well. */
    @EventListener
    void on(SignedIn signIn) {
        var personId = signIn.personId();
        if (rows.end(personId, "accepted_at", sources.clock().instant())) {
            tokens.end(personId, Purpose.INVITATION);
            sources.events()
                    .publishEvent(new PersonActivated(personId, sources.clock().instant()));
        }
    }

    private Optional<PersonView> person(@Nullable UUID personId) {
        return personId == null
                ? Optional.empty()
                : Optional.ofNullable(people.byIds(List.of(personId)).get(personId))
                        .filter(PersonView::enabled);
    }

    private void requireWaiting(UUID personId) {
        sources.administration().requireSeen(sources.administration().scope(), personId);
        if (!rows.waits(personId)) {
            throw new NotVisible();
        }
    }

    private void send(List<UUID> personIds, String where) {
        var now = sources.clock().instant();
        var actor = sources.access().viewer();
        rows.open(personIds, actor.personId(), now, now.plus(letters.life()));
        tokens.endAll(personIds, Purpose.INVITATION);
        letters.invite(personIds, where);
    }

    private static NewGrant grant(InviteList list, UUID personId) {
        return new NewGrant(personId, list.role(), list.programId(), list.competitionId(), null, list.validUntil());
    }

    private static String key(Line line) {
        return line.email().toLowerCase(Locale.ROOT);
    }

    private static String name(Line line) {
        return line.name().isEmpty() ? line.email().replaceAll("@.*", "") : line.name();
    }
}
