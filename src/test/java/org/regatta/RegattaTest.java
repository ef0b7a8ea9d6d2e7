package org.regatta;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * A story: the whole application on a random port and a database of its own.
 *
 * <p>All classes with this annotation and no other configuration share one context and so one database: make the
 * competition and the people you need under names of your own, and never count all rows of a table. A class with settings
 * of its own closes its context after itself ({@code @DirtiesContext}): its jobs would look for work until the end of all
 * tests.
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@FreshDatabase
public @interface RegattaTest {}
