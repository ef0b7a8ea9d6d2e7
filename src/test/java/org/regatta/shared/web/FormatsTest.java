package org.regatta.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

/** Times as they are written for readers. */
class FormatsTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Instant EVENING = Instant.parse("2026-11-24T17:00:00Z");

    private final Formats formats = new Formats(new IsolatingMessages(), Clock.systemUTC());

    @AfterEach
    void noLanguageIsLeft() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void writesTheTimeAfterTheDayAsTheLanguageDoes() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(formats.full(EVENING, PARIS)).isEqualTo("Tue 24 Nov 2026, 18:00 CET (UTC+1)");

        LocaleContextHolder.setLocale(Locale.FRENCH);
        assertThat(formats.full(EVENING, PARIS)).isEqualTo("mar. 24 nov. 2026 à 18:00 CET (UTC+1)");
        assertThat(formats.brief(EVENING, PARIS)).isEqualTo("mar. 24 nov. à 18:00 CET");
    }

    @Test
    void saysWhatIsLeftInTheLargestUnitThatIsExactEnough() {
        var now = new Formats(new IsolatingMessages(), Clock.fixed(EVENING, PARIS));

        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(now.left(EVENING.plus(Duration.ofHours(95)))).isEqualTo("in 3 days");
        assertThat(now.left(EVENING.plus(Duration.ofHours(48)))).isEqualTo("in 2 days");
        assertThat(now.left(EVENING.plus(Duration.ofMinutes(2879)))).isEqualTo("in 47 hours");
        assertThat(now.left(EVENING.plus(Duration.ofMinutes(119)))).isEqualTo("in 119 minutes");
        assertThat(now.left(EVENING.plus(Duration.ofSeconds(5)))).isEqualTo("in 1 minute");
        assertThat(now.left(EVENING)).isEqualTo("This date has passed");

        LocaleContextHolder.setLocale(Locale.FRENCH);
        assertThat(now.left(EVENING.plus(Duration.ofDays(3)))).isEqualTo("dans 3 jours");
    }

    @Test
    void writesNumbersInFieldsWithTheReadersDecimalSign() {
        LocaleContextHolder.setLocale(Locale.FRENCH);
        assertThat(formats.typed("7.5")).isEqualTo("7,5");
        assertThat(formats.typed("-0.25")).isEqualTo("-0,25");
        assertThat(formats.typed("1000")).isEqualTo("1000");
        assertThat(formats.typed("about 7.5")).isEqualTo("about 7.5");
        assertThat(formats.typed("")).isEmpty();

        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(formats.typed("7.5")).isEqualTo("7.5");
    }

    @Test
    void saysTheMidnightThatEndsADayAsThatDays() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);

        assertThat(formats.end(Instant.parse("2027-01-31T23:00:00Z"), PARIS))
                .isEqualTo("Sun 31 Jan 2027, 24:00 CET (UTC+1)");
        // the night in which the clocks have gone back: the day ends in winter's time
        assertThat(formats.end(Instant.parse("2026-10-25T23:00:00Z"), PARIS))
                .isEqualTo("Sun 25 Oct 2026, 24:00 CET (UTC+1)");
        assertThat(formats.end(EVENING, PARIS)).isEqualTo(formats.full(EVENING, PARIS));
        assertThat(formats.end(null, PARIS)).isEmpty();
    }
}
