package org.regatta.identity.password;

import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are hashed: the way is kept beside each hash, so that it can change later. */
@Configuration(proxyBeanMethods = false)
class PasswordConfiguration {

    private static final String BCRYPT = "bcrypt";

    /**
     * Bcrypt.
     *
     * @param strength the logarithm to base 2 of its rounds, 4 to 31; one more takes twice the time for new passwords
     */
    @Bean
    PasswordEncoder passwordEncoder(@Value("${regatta.password.bcrypt-strength:10}") int strength) {
        return new DelegatingPasswordEncoder(BCRYPT, Map.of(BCRYPT, new BCryptPasswordEncoder(strength)));
    }
}
