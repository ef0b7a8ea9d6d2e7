package org.regatta.identity;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a controller or one of its methods: how often one person, or one network address where nobody is signed in, may ask
 * for it; more is refused with 429 and {@code Retry-After}, the same over all nodes.
 */
@Documented
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface RateLimited {

    /** A limit's name: one of {@code regatta.limits}, such as {@code invite}, {@code upload} or {@code vote}. */
    String value();
}
