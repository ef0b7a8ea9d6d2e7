package org.regatta.identity.passkey;

import com.webauthn4j.util.exception.WebAuthnException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialCreationOptionsRequest;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialRequestOptionsRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;

/**
 * Looks at what a browser sends before the library does, which fails on missing fields and unknown passkeys instead of
 * refusing them.
 */
final class CheckedOperations implements WebAuthnRelyingPartyOperations {

    private final WebAuthnRelyingPartyOperations operations;
    private final UserCredentialRepository passkeys;

    CheckedOperations(WebAuthnRelyingPartyOperations operations, UserCredentialRepository passkeys) {
        this.operations = operations;
        this.passkeys = passkeys;
    }

    @Override
    public PublicKeyCredentialCreationOptions createPublicKeyCredentialCreationOptions(
            PublicKeyCredentialCreationOptionsRequest request) {
        return operations.createPublicKeyCredentialCreationOptions(request);
    }

    @Override
    public PublicKeyCredentialRequestOptions createCredentialRequestOptions(
            PublicKeyCredentialRequestOptionsRequest request) {
        return operations.createCredentialRequestOptions(request);
    }

    /** Refused with {@link AccessDeniedException} if the browser's answer does not fit what it was asked. */
    @Override
    public CredentialRecord registerCredential(RelyingPartyRegistrationRequest request) {
        var answer = request.getPublicKey().getCredential();
        var response = answer == null ? null : answer.getResponse();
        if (response == null || lacks(answer, response.getAttestationObject(), response.getClientDataJSON())) {
            throw new AccessDeniedException("The passkey is incomplete");
        }
        try {
            return operations.registerCredential(request);
        } catch (WebAuthnException | IllegalArgumentException | IllegalStateException refused) {
            throw new AccessDeniedException("The passkey is not accepted", refused);
        }
    }

    /** Refused with {@link BadCredentialsException} if the passkey is unknown or did not sign what was asked. */
    @Override
    public PublicKeyCredentialUserEntity authenticate(RelyingPartyAuthenticationRequest request) {
        var answer = request.getPublicKey();
        var response = answer == null ? null : answer.getResponse();
        if (response == null
                || lacks(
                        answer,
                        response.getAuthenticatorData(),
                        response.getClientDataJSON(),
                        response.getSignature(),
                        response.getUserHandle())) {
            throw new BadCredentialsException("The passkey is incomplete");
        }
        if (passkeys.findByCredentialId(answer.getRawId()) == null) {
            throw new BadCredentialsException("The passkey is unknown");
        }
        try {
            var owner = operations.authenticate(request);
            if (owner == null) {
                throw new BadCredentialsException("The passkey belongs to nobody");
            }
            return owner;
        } catch (WebAuthnException | IllegalArgumentException | IllegalStateException refused) {
            throw new BadCredentialsException("The passkey is not accepted", refused);
        }
    }

    private static boolean lacks(PublicKeyCredential<?> answer, @Nullable Object... fields) {
        return answer.getRawId() == null
                || answer.getId() == null
                || Stream.of(fields).anyMatch(Objects::isNull);
    }
}
