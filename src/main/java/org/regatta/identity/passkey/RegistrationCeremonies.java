package org.regatta.identity.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Access;
import org.regatta.identity.passkey.Challenges.Kind;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.registration.PublicKeyCredentialCreationOptionsRepository;
import org.springframework.stereotype.Component;

/** What a browser was asked to make a passkey of; only the challenge differs from time to time and is kept. */
@Component
class RegistrationCeremonies implements PublicKeyCredentialCreationOptionsRepository {

    private final Challenges challenges;
    private final PasskeyOwners owners;
    private final RelyingParty party;
    private final Access access;

    RegistrationCeremonies(Challenges challenges, PasskeyOwners owners, RelyingParty party, Access access) {
        this.challenges = challenges;
        this.owners = owners;
        this.party = party;
        this.access = access;
    }

    @Override
    public void save(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable PublicKeyCredentialCreationOptions options) {
        if (options != null) {
            challenges.keep(request.getSession().getId(), Kind.REGISTER, options.getChallenge());
        }
    }

    @Override
    public @Nullable PublicKeyCredentialCreationOptions load(HttpServletRequest request) {
        var session = request.getSession(false);
        var owner = access.signedIn()
                .map(personId -> owners.findByUsername(personId.toString()))
                .orElse(null);
        return session == null || owner == null
                ? null
                : challenges
                        .take(session.getId(), Kind.REGISTER)
                        .map(challenge -> party.registration(challenge, owner))
                        .orElse(null);
    }
}
