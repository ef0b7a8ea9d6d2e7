package org.regatta.imports.bundle;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.regatta.imports.text.Findings;
import org.regatta.imports.text.Spot;
import org.regatta.imports.text.YamlMap;

/** Reads times as people write them: in the competition's zone, unless they say which offset they mean. */
final class LocalTimes {

    private static final int EARLIEST = 1900;
    private static final int LATEST = 2200;
    private static final Duration LONGEST_GRACE = Duration.ofDays(30);

    private final ZoneId zone;
    private final Findings findings;

    LocalTimes(ZoneId zone, Findings findings) {
        this.zone = zone;
        this.findings = findings;
    }

    /** A zone by its name; UTC, and a finding, if there is none of that name. */
    static ZoneId zone(YamlMap from, String key, Findings findings) {
        var name = from.text(key, 60);
        try {
            if (!name.isEmpty()) {
                var zone = ZoneId.of(name);
                if (ZoneId.getAvailableZoneIds().contains(zone.getId())) {
                    return zone;
                }
                findings.add(from.spot(key), "The zone " + Findings.quoted(name) + " is an offset.", zoneRemedy());
            }
        } catch (DateTimeException unknown) {
            findings.add(from.spot(key), "The time zone " + Findings.quoted(name) + " is unknown.", zoneRemedy());
        }
        return ZoneId.of("UTC");
    }

    private static String zoneRemedy() {
        return "Write a name such as Europe/Warsaw or America/New_York.";
    }

    @Nullable
    Instant instant(YamlMap from, String key) {
        var text = from.optionalText(key, 40);
        if (text == null || text.isEmpty()) {
            return null;
        }
        var spot = from.spot(key);
        try {
            var instant = text.matches(".*(Z|[+-][0-9]{2}:?[0-9]{2})$") && text.contains("T")
                    ? OffsetDateTime.parse(text).toInstant()
                    : local(LocalDateTime.parse(text.replace(' ', 'T')), spot);
            if (instant != null) {
                int year = instant.atZone(zone).getYear();
                if (year < EARLIEST || year > LATEST) {
                    findings.add(spot, "The year " + year + " cannot be meant.", "Correct the time.");
                    return null;
                }
            }
            return instant;
        } catch (DateTimeParseException wrong) {
            findings.add(
                    spot,
                    Findings.quoted(text) + " is not a time.",
                    "Write 2026-03-01T18:00 (in the competition's zone) or 2026-03-01T18:00:00+01:00.");
            return null;
        }
    }

    private @Nullable Instant local(LocalDateTime time, Spot spot) {
        var offsets = zone.getRules().getValidOffsets(time);
        if (offsets.size() == 1) {
            return time.toInstant(offsets.getFirst());
        }
        findings.add(
                spot,
                offsets.isEmpty()
                        ? "This time does not exist in " + zone + ": clocks go forward over it."
                        : "This time comes twice in " + zone + ": clocks go back over it.",
                "Choose another time, or add the offset: 2026-03-29T02:30:00+01:00.");
        return null;
    }

    Duration grace(YamlMap from, String key) {
        var text = from.optionalText(key, 20);
        if (text == null || text.isEmpty()) {
            return Duration.ZERO;
        }
        try {
            var grace = Duration.parse(text);
            if (!grace.isNegative() && grace.compareTo(LONGEST_GRACE) <= 0) {
                return grace;
            }
        } catch (DateTimeParseException | ArithmeticException wrong) {
            // the finding below says it
        }
        findings.add(
                from.spot(key),
                Findings.quoted(text) + " is not a grace period.",
                "Write PT15M for 15 minutes, PT2H for two hours; at most 30 days.");
        return Duration.ZERO;
    }
}
