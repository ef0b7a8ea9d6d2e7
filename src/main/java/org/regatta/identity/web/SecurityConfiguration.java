package org.regatta.identity.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import java.util.Map;
import org.regatta.identity.Access;
import org.regatta.identity.Attempts;
import org.regatta.identity.Place;
import org.regatta.identity.Role;
import org.regatta.identity.session.Way;
import org.regatta.identity.token.TokenDoor;
import org.regatta.shared.web.ProblemAnswers;
import org.springframework.beans.factory.support.BeanDefinitionRegistryPostProcessor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.config.web.PathPatternRequestMatcherBuilderFactoryBean;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * Who gets in: programs by token without a session, people in the ways of {@link SignInWays} with a session in the
 * database. What they may do is decided by {@link Access} in the services, not here.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Requests with a token: stateless, and without CSRF since no browser sends a token by itself. */
    @Bean
    @Order(1)
    SecurityFilterChain tokenChain(
            HttpSecurity http,
            TokenDoor tokens,
            Attempts attempts,
            ProblemAnswers answers,
            SignInFirst signInFirst,
            RequestChecks checks)
            throws Exception {
        http.securityMatcher(TokenSignInFilter::hasToken)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new TokenSignInFilter(tokens, attempts, answers), AuthorizationFilter.class)
                .authorizeHttpRequests(paths -> {
                    paths.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                            .permitAll();
                    paths.requestMatchers("/api/**", "/v3/api-docs/**", "/v3/api-docs.yaml")
                            .authenticated();
                    paths.requestMatchers("/actuator/health/**").permitAll();
                    paths.anyRequest().denyAll();
                });
        return common(checks.ofTokens(http), signInFirst).build();
    }

    /** Everything else: sessions. */
    @Bean
    @Order(2)
    SecurityFilterChain sessionChain(
            HttpSecurity http, SignInWays ways, SignInFirst signInFirst, RequestChecks checks, Access access)
            throws Exception {
        checks.ofSessions(ways.apply(http.csrf(Customizer.withDefaults())))
                .authorizeHttpRequests(paths -> open(paths)
                        .requestMatchers("/actuator/**")
                        .access((who, request) -> forSuperAdmins(access, request))
                        .requestMatchers("/webauthn/register/**")
                        .access((who, request) -> checks.fresh(access, request))
                        .anyRequest()
                        .authenticated());
        return common(http, signInFirst).build();
    }

    /** A passkey is shown by a script, which is told where to go on to. */
    @Bean
    AuthenticationSuccessHandler passkeyArrival(SignInOutcome outcome, ObjectMapper json) {
        return (request, response, who) -> {
            var page = outcome.succeeded(request, response, who, Way.PASSKEY);
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            json.writeValue(response.getOutputStream(), Map.of("authenticated", true, "redirectUrl", page));
        };
    }

    /**
     * Sessions of parallel requests are written without stepping on each other; those of a person are read one after
     * the other, since what reads them takes rows that are not side by side for several sessions and keeps the last
     * (spring-session 3452). That somebody was there is written once a minute, or ten times in what a session lasts: a click
     * that changes nothing else waits for no disk.
     */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> postgresSessions() {
        var writing = new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
        return sessions -> {
            writing.customize(sessions);
            sessions.setListSessionsByPrincipalNameQuery("""
                    select s.primary_id, s.session_id, s.creation_time, s.last_access_time, s.max_inactive_interval,
                        a.attribute_name, a.attribute_bytes
                    from %TABLE_NAME% s
                    left join %TABLE_NAME%_attributes a on a.session_primary_id = s.primary_id
                    where s.principal_name = ?
                    order by s.primary_id""");
            sessions.setUpdateSessionQuery("""
                    update %TABLE_NAME% s
                       set session_id = n.session_id, last_access_time = n.last_access_time,
                           max_inactive_interval = n.max_inactive_interval, expiry_time = n.expiry_time,
                           principal_name = n.principal_name
                      from (select cast(? as char(36)) as session_id, cast(? as bigint) as last_access_time,
                                   cast(? as int) as max_inactive_interval, cast(? as bigint) as expiry_time,
                                   cast(? as varchar) as principal_name, cast(? as char(36)) as primary_id) n
                     where s.primary_id = n.primary_id
                       and ((s.session_id, s.max_inactive_interval, s.principal_name)
                                is distinct from (n.session_id, n.max_inactive_interval, n.principal_name)
                            or n.last_access_time - s.last_access_time >= least(60000, s.max_inactive_interval * 100))""");
        };
    }

    /** Paths are matched by their own patterns, not by what the handlers of pages say of theirs. */
    @Bean
    PathPatternRequestMatcherBuilderFactoryBean pathPatterns() {
        return new PathPatternRequestMatcherBuilderFactoryBean();
    }

    /**
     * Takes away what would then only look up each request's handler once more before all filters, a tenth of the processor's
     * time for a page.
     */
    @Bean
    static BeanDefinitionRegistryPostProcessor handlersLookedUpOnce() {
        return registry -> registry.removeBeanDefinition("mvcHandlerMappingIntrospector");
    }

    /** Nobody looks at a measurement of each filter of each request; requests as a whole are measured by the server. */
    @Bean
    SecurityObservationSettings noMeasuredFilters() {
        return SecurityObservationSettings.noObservations();
    }

    private static AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry open(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry paths) {
        return paths.dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR, DispatcherType.ASYNC)
                .permitAll()
                .requestMatchers(HttpMethod.GET, "/assets/**", "/favicon.ico", "/api/health", "/actuator/health/**")
                .permitAll()
                .requestMatchers(SignInFirst.PAGE, SignInWays.LINK, "/set-up", "/invitation", "/unsubscribe")
                .permitAll();
    }

    private static HttpSecurity common(HttpSecurity http, SignInFirst signInFirst) throws Exception {
        return http.httpBasic(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(signInFirst).accessDeniedHandler(signInFirst))
                .headers(AbstractHttpConfigurer::disable); // SecurityHeaders writes them
    }

    private static AuthorizationDecision forSuperAdmins(Access access, RequestAuthorizationContext request) {
        return new AuthorizationDecision(
                access.signedIn().isPresent() && access.viewer().holds(Role.SUPER_ADMIN, Place.SITE));
    }
}
