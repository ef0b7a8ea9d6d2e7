package org.regatta.shared.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.web.template.TemplateObject;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Writes times and numbers for the pages in the reader's language; a time always names its zone. */
@Component("formats")
public class Formats implements TemplateObject {

    private static final long MEGABYTE = 1L << 20;
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

    /** By language and pattern: as many as the application knows. */
    private static final Map<Locale, Map<String, DateTimeFormatter>> FORMATTERS = new ConcurrentHashMap<>();

    private final MessageSource messages;
    private final Clock clock;

    Formats(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    /** {@code Tue 24 Nov 2026, 18:00 CET (UTC+1)}; empty for no time. */
    public String full(@Nullable Instant time, ZoneId zone) {
        return time == null ? "" : written("EEE d MMM uuuu, HH:mm zzz", time, zone) + inBrackets(time, zone);
    }

    /** {@code Tue 24 Nov, 18:00 CET}, for rows whose year is plain. */
    public String brief(@Nullable Instant time, ZoneId zone) {
        return time == null ? "" : written("EEE d MMM, HH:mm zzz", time, zone);
    }

    /** As {@link #full}, but the midnight that ends a day is said as that day's: {@code Tue 24 Nov 2026, 24:00 CET (UTC+1)}. */
    public String end(@Nullable Instant time, ZoneId zone) {
        if (time == null || !time.atZone(zone).toLocalTime().equals(LocalTime.MIDNIGHT)) {
            return full(time, zone);
        }
        return full(time.minus(Duration.ofMinutes(1)), zone).replace("23:59", "24:00");
    }

    /** {@code 18:00 CET}, for what happened a moment ago. */
    public String time(@Nullable Instant time, ZoneId zone) {
        return time == null ? "" : written("HH:mm zzz", time, zone);
    }

    /** {@code 24 Nov}, where only the day is of interest. */
    public String date(Instant time, ZoneId zone) {
        return formatter("d MMM", locale()).format(time.atZone(zone));
    }

    /** {@code 24 Nov}. */
    public String day(LocalDate date) {
        return formatter("d MMM", locale()).format(date);
    }

    /** {@code 11:42:08 CET}: what time it is now. */
    public String clock(ZoneId zone) {
        return written("HH:mm:ss zzz", clock.instant(), zone);
    }

    /** {@code Tue 24 Nov 2026, 18:00:12 CET}, where the order of moments matters. */
    public String second(@Nullable Instant time, ZoneId zone) {
        return time == null ? "" : written("EEE d MMM uuuu, HH:mm:ss zzz", time, zone);
    }

    /** For {@code <time datetime>}. */
    public String iso(@Nullable Instant time, ZoneId zone) {
        return time == null
                ? ""
                : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                        time.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
    }

    /** For {@code <input type="datetime-local">}, in {@code zone}. */
    public String local(@Nullable Instant time, ZoneId zone) {
        return time == null ? "" : formatter("uuuu-MM-dd'T'HH:mm", Locale.ROOT).format(time.atZone(zone));
    }

    /** {@code Europe/Paris, CET (UTC+1)}. */
    public String zone(ZoneId zone) {
        var now = clock.instant();
        var name = written("zzz", now, zone);
        return name.equals("UTC") ? name : zone.getId() + ", " + name + inBrackets(now, zone);
    }

    /** {@code today}, {@code tomorrow}, {@code since Tue 24 Nov} or {@code on Tue 24 Nov}, as days in {@code zone}. */
    public String day(Instant time, ZoneId zone) {
        var date = time.atZone(zone).toLocalDate();
        var today = clock.instant().atZone(zone).toLocalDate();
        var written = formatter("EEE d MMM", locale()).format(date);
        if (time.isBefore(clock.instant())) {
            return message("day.since", written);
        }
        return switch ((int) Math.min(2, ChronoUnit.DAYS.between(today, date))) {
            case 0 -> message("day.today");
            case 1 -> message("day.tomorrow");
            default -> message("day.on", written);
        };
    }

    /** {@code in 3 days}, {@code in 5 hours}, {@code in 12 minutes}: what is left, rounded down; as {@code app.js} counts on. */
    public String left(Instant time) {
        var left = Duration.between(clock.instant(), time);
        if (left.isNegative() || left.isZero()) {
            return message("deadline.passed");
        }
        if (left.toHours() >= 48) {
            return message("deadline.days", left.toDays());
        }
        return left.toMinutes() >= 120
                ? message("deadline.hours", left.toHours())
                : message("deadline.minutes", Math.max(1, left.toMinutes()));
    }

    /** Whether a time is less than 48 hours ahead, or past. */
    public boolean soon(@Nullable Instant time) {
        return time != null && time.isBefore(clock.instant().plus(Duration.ofHours(48)));
    }

    /** Whether a time is past. */
    public boolean past(@Nullable Instant time) {
        return time != null && time.isBefore(clock.instant());
    }

    /** A count as a word up to twelve, else in figures: {@code six}, {@code 84}. */
    public String count(long number) {
        return number >= 0 && number <= 12 ? message("count." + number) : whole(number);
    }

    /** A whole number with the language's grouping. */
    public String whole(long number) {
        return NumberFormat.getIntegerInstance(locale()).format(number);
    }

    /** {@code 640 KB}, {@code 12.4 MB}: the size of a file, in units of 1024. */
    public String size(long bytes) {
        if (bytes < MEGABYTE) {
            return message("size.kilobytes", whole(Math.max(1, Math.ceilDiv(bytes, 1024))));
        }
        var megabytes = BigDecimal.valueOf(bytes).divide(BigDecimal.valueOf(MEGABYTE), 1, RoundingMode.HALF_UP);
        return message("size.megabytes", exact(megabytes.stripTrailingZeros()));
    }

    /** A decimal with all of its digits, not one more or less; an en dash for none. */
    public String exact(@Nullable BigDecimal number) {
        if (number == null) {
            return "–";
        }
        var format = NumberFormat.getNumberInstance(locale());
        format.setMinimumFractionDigits(Math.max(0, number.scale()));
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        format.setGroupingUsed(false);
        return format.format(number);
    }

    /** A number as it is typed in the language: {@code 7.5} is {@code 7,5} in French; what is no number stays as it is. */
    public String typed(String text) {
        return DECIMAL.matcher(text).matches() ? exact(new BigDecimal(text)) : text;
    }

    /** A decimal rounded half up for reading; never where the exact number decides. */
    public String rounded(BigDecimal number, int decimals) {
        return exact(number.setScale(decimals, RoundingMode.HALF_UP));
    }

    /** The same with its sign: {@code +0.40}, {@code −0.40}. */
    public String signed(BigDecimal number, int decimals) {
        var rounded = number.setScale(decimals, RoundingMode.HALF_UP);
        var sign = rounded.signum() < 0 ? "−" : rounded.signum() > 0 ? "+" : "";
        return sign + exact(rounded.abs());
    }

    /** French says {@code mar. 24 nov. à 18:00}. */
    private static String written(String pattern, Instant time, ZoneId zone) {
        var french = locale().getLanguage().equals(Locale.FRENCH.getLanguage());
        return formatter(french ? pattern.replace(", HH", " 'à' HH") : pattern, locale())
                .format(time.atZone(zone));
    }

    private static String inBrackets(Instant time, ZoneId zone) {
        return written("zzz", time, zone).equals("UTC") ? "" : " (" + offset(time, zone) + ")";
    }

    private static String offset(Instant time, ZoneId zone) {
        var seconds = zone.getRules().getOffset(time).getTotalSeconds();
        var minutes = Math.abs(seconds / 60);
        var sign = seconds < 0 ? "−" : "+";
        if (seconds == 0) {
            return "UTC";
        }
        return "UTC" + sign + minutes / 60 + (minutes % 60 == 0 ? "" : ":" + minutes % 60);
    }

    private String message(String key, Object... values) {
        return messages.getMessage(key, values, locale());
    }

    /** Made once: making one takes longer than what it writes, and a page writes hundreds of times. */
    private static DateTimeFormatter formatter(String pattern, Locale locale) {
        return FORMATTERS
                .computeIfAbsent(locale, ignored -> new ConcurrentHashMap<>())
                .computeIfAbsent(pattern, ignored -> DateTimeFormatter.ofPattern(pattern, locale));
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
