package org.regatta.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a controller or one of its methods: who comes with a session must have signed in within the last ten minutes, else is
 * asked to confirm who they are and then led back. For settings, secrets, roles, tokens and one's own ways to sign in.
 * A request with an API token is let in if the token was made to administer, which asks for the same.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface FreshSignIn {}
