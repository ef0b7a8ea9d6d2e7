package org.regatta.identity.passkey;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.passkey.Challenges.Kind;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.authentication.PublicKeyCredentialRequestOptionsRepository;
import org.springframework.stereotype.Component;

/** What a browser was asked to sign in with; only the challenge differs from time to time and is kept. */
@Component
class SignInCeremonies implements PublicKeyCredentialRequestOptionsRepository {

    private final Challenges challenges;
    private final RelyingParty party;

    SignInCeremonies(Challenges challenges, RelyingParty party) {
        this.challenges = challenges;
        this.party = party;
    }

    @Override
    public void save(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable PublicKeyCredentialRequestOptions options) {
        if (options != null) {
            challenges.keep(request.getSession().getId(), Kind.SIGN_IN, options.getChallenge());
        }
    }

    @Override
    public @Nullable PublicKeyCredentialRequestOptions load(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null
                ? null
                : challenges
                        .take(session.getId(), Kind.SIGN_IN)
                        .map(party::signIn)
                        .orElse(null);
    }
}
