package org.regatta.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import org.regatta.identity.Access;
import org.regatta.identity.link.MagicLinks;
import org.regatta.identity.session.SignIns;
import org.regatta.identity.session.Way;
import org.springframework.security.authentication.ott.GenerateOneTimeTokenRequest;
import org.springframework.security.authentication.ott.OneTimeTokenAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.stereotype.Component;

/** The ways in and the way out: a link by mail, a password, a passkey. */
@Component
class SignInWays {

    static final String LINK = "/sign-in/link";
    static final String SEND_LINK = "/sign-in/send-link";

    private final PasswordSignIn passwords;
    private final LinkSignIn link;
    private final MagicLinks links;
    private final SignInOutcome outcome;
    private final SignIns signIns;
    private final Access access;
    private final Customizer<HttpSecurity> passkeys;

    /** A way by what it shows. */
    @Component
    record Providers(PasswordSignIn passwords, LinkSignIn link) {}

    SignInWays(
            Providers providers,
            MagicLinks links,
            SignInOutcome outcome,
            SignIns signIns,
            Access access,
            Customizer<HttpSecurity> passkeys) {
        this.passwords = providers.passwords();
        this.link = providers.link();
        this.links = links;
        this.outcome = outcome;
        this.signIns = signIns;
        this.access = access;
        this.passkeys = passkeys;
    }

    HttpSecurity apply(HttpSecurity http) throws Exception {
        passkeys.customize(http);
        return http.authenticationProvider(passwords)
                .formLogin(form -> form.loginPage(SignInFirst.PAGE)
                        .successHandler(succeeded(Way.PASSWORD))
                        .failureHandler(refused(Way.PASSWORD)))
                .oneTimeTokenLogin(mail -> mail.loginPage(SignInFirst.PAGE)
                        .showDefaultSubmitPage(false)
                        .tokenGeneratingUrl(SEND_LINK)
                        .loginProcessingUrl(LINK)
                        .tokenService(links)
                        .generateRequestResolver(SignInWays::asked)
                        .tokenGenerationSuccessHandler((request, response, token) ->
                                SignInOutcome.go(response, SignInFirst.PAGE + "?linkSent"))
                        .authenticationProvider(link)
                        .authenticationConverter(SignInWays::shown)
                        .successHandler(succeeded(Way.LINK))
                        .failureHandler(refused(Way.LINK)))
                .logout(out -> out.logoutUrl("/sign-out")
                        // what was typed and has not reached the server is its writer's: the page asks about it
                        .addLogoutHandler(new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(Directive.CACHE)))
                        .addLogoutHandler(
                                (request, response, who) -> access.signedIn().ifPresent(signIns::out))
                        .logoutSuccessUrl(SignInFirst.PAGE + "?signedOut")
                        .deleteCookies(ReturnPath.COOKIE));
    }

    /** An empty field is asked about like any other address without an account. */
    private static GenerateOneTimeTokenRequest asked(HttpServletRequest request) {
        var typed = request.getParameter("username");
        return new GenerateOneTimeTokenRequest(typed == null || typed.isBlank() ? "nobody" : typed);
    }

    /** A missing token is refused like any other that is not good. */
    private static Authentication shown(HttpServletRequest request) {
        var token = request.getParameter("token");
        return OneTimeTokenAuthenticationToken.unauthenticated(token == null ? "" : token);
    }

    private AuthenticationSuccessHandler succeeded(Way way) {
        return (request, response, who) -> SignInOutcome.go(response, outcome.succeeded(request, response, who, way));
    }

    private AuthenticationFailureHandler refused(Way way) {
        return (request, response, why) -> outcome.refused(response, why, way);
    }
}
