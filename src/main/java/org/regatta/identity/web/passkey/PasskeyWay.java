package org.regatta.identity.web.passkey;

import java.util.List;
import org.regatta.identity.session.SignIns;
import org.regatta.identity.session.Way;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.webauthn.authentication.PublicKeyCredentialRequestOptionsFilter;
import org.springframework.security.web.webauthn.authentication.PublicKeyCredentialRequestOptionsRepository;
import org.springframework.security.web.webauthn.authentication.WebAuthnAuthenticationFilter;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.registration.PublicKeyCredentialCreationOptionsFilter;
import org.springframework.security.web.webauthn.registration.PublicKeyCredentialCreationOptionsRepository;
import org.springframework.security.web.webauthn.registration.WebAuthnRegistrationFilter;
import org.springframework.stereotype.Component;

/**
 * Passkeys in the filter chain. The filters are Spring Security's; its configurer is not used, since it keeps what a
 * browser is to sign in the session and leaves the session its id at sign-in.
 */
@Component
class PasskeyWay implements Customizer<HttpSecurity> {

    private final WebAuthnRelyingPartyOperations operations;
    private final UserCredentialRepository passkeys;
    private final PublicKeyCredentialRequestOptionsRepository signIns;
    private final PublicKeyCredentialCreationOptionsRepository registrations;
    private final PasskeySignIn provider;
    private final Arrival arrival;

    /** What happens after the browser's answer was looked at. */
    @Component
    record Arrival(AuthenticationSuccessHandler succeeded, SignIns signIns) {}

    PasskeyWay(
            WebAuthnRelyingPartyOperations operations,
            UserCredentialRepository passkeys,
            PublicKeyCredentialRequestOptionsRepository signIns,
            PublicKeyCredentialCreationOptionsRepository registrations,
            PasskeySignIn provider,
            Arrival arrival) {
        this.operations = operations;
        this.passkeys = passkeys;
        this.signIns = signIns;
        this.registrations = registrations;
        this.provider = provider;
        this.arrival = arrival;
    }

    @Override
    public void customize(HttpSecurity http) {
        var options = new PublicKeyCredentialRequestOptionsFilter(operations);
        options.setRequestOptionsRepository(signIns);
        http.addFilterBefore(options, UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(signIn(), UsernamePasswordAuthenticationFilter.class)
                .addFilterAfter(registrationOptions(), AuthorizationFilter.class)
                .addFilterAfter(registration(), AuthorizationFilter.class);
    }

    private WebAuthnAuthenticationFilter signIn() {
        var filter = new WebAuthnAuthenticationFilter();
        filter.setRequestOptionsRepository(signIns);
        filter.setAuthenticationManager(new ProviderManager(provider));
        filter.setSessionAuthenticationStrategy(new CompositeSessionAuthenticationStrategy(List.of(
                new ChangeSessionIdAuthenticationStrategy(),
                new CsrfAuthenticationStrategy(new HttpSessionCsrfTokenRepository()))));
        filter.setAuthenticationSuccessHandler(arrival.succeeded());
        filter.setAuthenticationFailureHandler((request, response, why) -> {
            arrival.signIns().failed(null, Way.PASSKEY);
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        });
        return filter;
    }

    private PublicKeyCredentialCreationOptionsFilter registrationOptions() {
        var filter = new PublicKeyCredentialCreationOptionsFilter(operations);
        filter.setCreationOptionsRepository(registrations);
        return filter;
    }

    private WebAuthnRegistrationFilter registration() {
        var filter = new WebAuthnRegistrationFilter(passkeys, operations);
        filter.setCreationOptionsRepository(registrations);
        // removed on the page, by form
        filter.setRemoveCredentialMatcher(request -> false);
        return filter;
    }
}
