package org.regatta.notification;

import java.time.Duration;
import java.util.Locale;

/**
 * A letter that leaves by itself before a deadline.
 *
 * @param before how long before, from an hour to 30 days
 * @param subject the line, with placeholders
 * @param body plain text, with placeholders
 * @param language of both, for what is written around them
 */
public record Reminder(Duration before, String subject, String body, Locale language) {}
