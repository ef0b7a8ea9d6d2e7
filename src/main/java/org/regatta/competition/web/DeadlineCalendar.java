package org.regatta.competition.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes a deadline, or an event, as an iCalendar file (RFC 5545), with reminders a day and two hours before. */
@Component
class DeadlineCalendar {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Longest line in octets, without its end. */
    private static final int LINE = 75;

    private final Clock clock;

    DeadlineCalendar(Clock clock) {
        this.clock = clock;
    }

    /**
     * The file; a deadline begins and ends at the same moment.
     *
     * @param moment when that is, in words that name the zone: calendars show it in the one of their device
     */
    byte[] of(UUID roundId, Instant from, Instant until, String title, String moment) {
        var file = new StringBuilder();
        line(file, "BEGIN:VCALENDAR");
        line(file, "VERSION:2.0");
        line(file, "PRODID:-//Regatta//Deadlines//EN");
        line(file, "BEGIN:VEVENT");
        line(file, "UID:deadline-" + roundId + "@regatta");
        line(file, "DTSTAMP:" + UTC.format(clock.instant()));
        line(file, "DTSTART:" + UTC.format(from));
        line(file, "DTEND:" + UTC.format(until));
        line(file, "SUMMARY:" + escaped(title));
        line(file, "DESCRIPTION:" + escaped(moment));
        line(file, "TRANSP:TRANSPARENT");
        for (var before : new String[] {"P1D", "PT2H"}) {
            line(file, "BEGIN:VALARM");
            line(file, "ACTION:DISPLAY");
            line(file, "DESCRIPTION:" + escaped(title));
            line(file, "TRIGGER:-" + before);
            line(file, "END:VALARM");
        }
        line(file, "END:VEVENT");
        line(file, "END:VCALENDAR");
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Folds lines that are too long between characters, never within one. */
    private static void line(StringBuilder file, String text) {
        var octets = 0;
        for (int at = 0; at < text.length(); ) {
            var character = Character.toString(text.codePointAt(at));
            var size = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + size > LINE) {
                file.append("\r\n ");
                octets = 1;
            }
            file.append(character);
            octets += size;
            at += character.length();
        }
        file.append("\r\n");
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n");
    }
}
