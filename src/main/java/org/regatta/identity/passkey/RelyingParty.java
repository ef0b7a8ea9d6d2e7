package org.regatta.identity.passkey;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;

/**
 * Regatta as browsers know it for passkeys: the host of {@code regatta.base-url}. Passkeys are found by the browser
 * (resident) and always ask for the finger or the PIN, so one is two factors.
 */
@Configuration(proxyBeanMethods = false)
class RelyingParty {

    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            PublicKeyCredentialParameters.EdDSA,
            PublicKeyCredentialParameters.ES256,
            PublicKeyCredentialParameters.RS256);

    private final PublicKeyCredentialRpEntity entity;
    private final String origin;

    RelyingParty(@Value("${regatta.base-url}") URI baseUrl) {
        this.entity = PublicKeyCredentialRpEntity.builder()
                .id(baseUrl.getHost())
                .name("Regatta")
                .build();
        var port = baseUrl.getPort();
        this.origin = baseUrl.getScheme() + "://" + baseUrl.getHost() + (port < 0 ? "" : ":" + port);
    }

    @Bean
    WebAuthnRelyingPartyOperations relyingPartyOperations(
            PublicKeyCredentialUserEntityRepository owners, UserCredentialRepository passkeys) {
        var operations = new Webauthn4JRelyingPartyOperations(owners, passkeys, entity, Set.of(origin));
        operations.setCustomizeCreationOptions(options -> options.pubKeyCredParams(ALGORITHMS)
                .authenticatorSelection(residentAndVerified())
                .timeout(Challenges.LIFE));
        operations.setCustomizeRequestOptions(options ->
                options.userVerification(UserVerificationRequirement.REQUIRED).timeout(Challenges.LIFE));
        return new CheckedOperations(operations, passkeys);
    }

    /** What was asked with this challenge. */
    PublicKeyCredentialRequestOptions signIn(Bytes challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .challenge(challenge)
                .rpId(entity.getId())
                .userVerification(UserVerificationRequirement.REQUIRED)
                .timeout(Challenges.LIFE)
                .allowCredentials(List.of())
                .build();
    }

    /** What was asked with this challenge. */
    PublicKeyCredentialCreationOptions registration(Bytes challenge, PublicKeyCredentialUserEntity owner) {
        return PublicKeyCredentialCreationOptions.builder()
                .rp(entity)
                .user(owner)
                .challenge(challenge)
                .pubKeyCredParams(ALGORITHMS)
                .authenticatorSelection(residentAndVerified())
                .attestation(AttestationConveyancePreference.NONE)
                .timeout(Challenges.LIFE)
                .build();
    }

    private static AuthenticatorSelectionCriteria residentAndVerified() {
        return AuthenticatorSelectionCriteria.builder()
                .residentKey(ResidentKeyRequirement.REQUIRED)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build();
    }
}
