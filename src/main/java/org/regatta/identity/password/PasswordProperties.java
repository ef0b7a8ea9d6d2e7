package org.regatta.identity.password;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Rules for passwords; keys {@code regatta.password.*}, ISO-8601 durations.
 *
 * @param breachListUrl of a service that speaks the range protocol of Pwned Passwords, for instance
 *     {@code https://api.pwnedpasswords.com}; null: passwords are not looked up
 * @param breachListTimeout longest wait for it; a password is taken where it does not answer
 */
@ConfigurationProperties("regatta.password")
record PasswordProperties(
        @Nullable URI breachListUrl, @DefaultValue("PT2S") Duration breachListTimeout) {}
