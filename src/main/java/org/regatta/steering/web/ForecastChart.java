package org.regatta.steering.web;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.regatta.steering.Forecast;
import org.regatta.steering.Forecast.Day;

/**
 * The course of a round and its forecast as the attributes of an SVG of 520 by 150; dashed is what is not final.
 *
 * @param line what was left, day by day
 * @param ahead from now to the likely end; empty without a forecast
 * @param cone from now to the earliest and the latest end; empty without a forecast
 * @param due x of the deadline; null where it is not in the picture
 */
public record ForecastChart(
        String line,
        String ahead,
        String cone,
        @Nullable String due,
        String nowX,
        String nowY,
        LocalDate from,
        LocalDate to,
        long most) {

    private static final double LEFT = 30;
    private static final double RIGHT = 505;
    private static final double TOP = 26;
    private static final double BOTTOM = 120;

    /** Null where there is no course to draw. */
    static @Nullable ForecastChart of(Forecast forecast, @Nullable Instant deadline, ZoneId zone) {
        var course = forecast.course();
        if (course.size() < 2) {
            return null;
        }
        var first = course.getFirst().date().plusDays(1).atStartOfDay(zone).toInstant();
        var today = course.getLast().date();
        var now = today.plusDays(1).atStartOfDay(zone).toInstant();
        var end = later(later(now, forecast.latest()), deadline);
        // a forecast far beyond everything would press the course to nothing
        var limit = now.plus(Math.max(3, 2 * (long) course.size()), ChronoUnit.DAYS);
        var last = end.isAfter(limit) ? limit : end;
        var most = Math.max(1, course.stream().mapToLong(Day::left).max().orElse(1));
        var scale = new Scale(first, last, most);
        var nowX = scale.x(now);
        var nowY = scale.y(course.getLast().left());
        var likely = forecast.likely();
        var earliest = forecast.earliest();
        var latest = forecast.latest();
        return new ForecastChart(
                course.stream()
                        .map(day -> scale.x(day.date()
                                        .plusDays(1)
                                        .atStartOfDay(zone)
                                        .toInstant()) + " " + scale.y(day.left()))
                        .collect(Collectors.joining(" L", "M", "")),
                likely == null ? "" : "M" + nowX + " " + nowY + " L" + scale.x(likely) + " " + scale.y(0),
                earliest == null || latest == null
                        ? ""
                        : "M" + nowX + " " + nowY + " L" + scale.x(earliest) + " " + scale.y(0) + " L" + scale.x(latest)
                                + " " + scale.y(0) + " Z",
                deadline == null || deadline.isAfter(last) || deadline.isBefore(first) ? null : scale.x(deadline),
                nowX,
                nowY,
                course.getFirst().date(),
                last.atZone(zone).toLocalDate(),
                most);
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other != null && other.isAfter(one) ? other : one;
    }

    private record Scale(Instant first, Instant last, long most) {

        String x(Instant time) {
            var share = (double) ChronoUnit.SECONDS.between(first, time) / ChronoUnit.SECONDS.between(first, last);
            return written(LEFT + (RIGHT - LEFT) * Math.min(1, Math.max(0, share)));
        }

        String y(long left) {
            return written(BOTTOM - (BOTTOM - TOP) * left / most);
        }

        private static String written(double value) {
            return String.format(Locale.ROOT, "%.1f", value);
        }
    }
}
