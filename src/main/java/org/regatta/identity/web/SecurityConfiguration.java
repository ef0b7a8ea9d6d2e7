package org.regatta.identity.web;

import jakarta.servlet.DispatcherType;
import org.regatta.identity.Access;
import org.regatta.identity.Place;
import org.regatta.identity.Role;
import org.regatta.identity.token.ApiTokens;
import org.regatta.shared.web.ProblemAnswers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * Who gets in: programs by token without a session, people by password with a session in the database. What they may
 * do is decided by {@link Access} in the services, not here.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Requests with a token: stateless, and without CSRF since no browser sends a token by itself. */
    @Bean
    @Order(1)
    SecurityFilterChain tokenChain(HttpSecurity http, ApiTokens tokens, ProblemAnswers answers, SignInFirst signInFirst)
            throws Exception {
        http.securityMatcher(TokenSignInFilter::hasToken)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new TokenSignInFilter(tokens, answers), AuthorizationFilter.class)
                .authorizeHttpRequests(paths -> {
                    paths.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                            .permitAll();
                    paths.requestMatchers("/api/**", "/v3/api-docs/**").authenticated();
                    paths.requestMatchers("/actuator/health/**").permitAll();
                    paths.anyRequest().denyAll();
                });
        return common(http, signInFirst).build();
    }

    /** Everything else: sessions. */
    @Bean
    @Order(2)
    SecurityFilterChain sessionChain(
            HttpSecurity http, PasswordSignIn passwords, SignInFirst signInFirst, Access access) throws Exception {
        http.authenticationProvider(passwords)
                .csrf(Customizer.withDefaults())
                .formLogin(form -> form.loginPage(SignInFirst.PAGE)
                        .successHandler(
                                (request, response, who) -> response.sendRedirect(ReturnPath.take(request, response)))
                        .failureUrl(SignInFirst.PAGE + "?error"))
                .logout(out -> out.logoutUrl("/sign-out")
                        .logoutSuccessUrl(SignInFirst.PAGE + "?signedOut")
                        .deleteCookies(ReturnPath.COOKIE))
                .authorizeHttpRequests(paths -> open(paths)
                        .requestMatchers("/actuator/**")
                        .access((who, request) -> forSuperAdmins(access, request))
                        .anyRequest()
                        .authenticated());
        return common(http, signInFirst).build();
    }

    /** Sessions of parallel requests are written without stepping on each other. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> postgresSessions() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    private static AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry open(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry paths) {
        return paths.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/assets/**", "/favicon.ico", "/api/health", "/actuator/health/**")
                .permitAll()
                .requestMatchers(SignInFirst.PAGE)
                .permitAll();
    }

    private static HttpSecurity common(HttpSecurity http, SignInFirst signInFirst) throws Exception {
        return http.httpBasic(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(signInFirst).accessDeniedHandler(signInFirst))
                .headers(SecurityHeaders::apply);
    }

    private static AuthorizationDecision forSuperAdmins(Access access, RequestAuthorizationContext request) {
        return new AuthorizationDecision(
                access.signedIn().isPresent() && access.viewer().holds(Role.SUPER_ADMIN, Place.SITE));
    }
}
