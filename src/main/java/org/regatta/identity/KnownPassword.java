package org.regatta.identity;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** A password that everybody knows of the people of one mail domain; looked for before the application is built. */
public final class KnownPassword {

    private static final String BCRYPT = "bcrypt";

    private final String mailDomain;
    private final String password;
    private final PasswordEncoder passwords =
            new DelegatingPasswordEncoder(BCRYPT, Map.of(BCRYPT, new BCryptPasswordEncoder()));

    /** Compares every hash of the domain: ask for small ones only. */
    public KnownPassword(String mailDomain, String password) {
        this.mailDomain = mailDomain;
        this.password = password;
    }

    /** Whether an enabled person of the domain has it; nobody has where no people are stored yet. */
    public boolean opens(JdbcClient database) {
        var migrated = database.sql("select to_regclass('person') is not null")
                .query(Boolean.class)
                .single();
        return migrated
                && database.sql("""
                        select password_hash from person
                         where enabled and password_hash is not null and lower(email) like '%@' || lower(:domain)
                        """).param("domain", mailDomain).query(String.class).list().stream()
                        .anyMatch(hash -> passwords.matches(password, hash));
    }
}
