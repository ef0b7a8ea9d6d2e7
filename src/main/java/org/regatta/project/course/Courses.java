package org.regatta.project.course;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.Competitions;
import org.regatta.competition.RoundKind;
import org.regatta.competition.RoundStatus;
import org.regatta.competition.RoundView;
import org.regatta.competition.Rounds;
import org.regatta.identity.ReaderZone;
import org.regatta.project.OwnProject;
import org.regatta.project.OwnProjects;
import org.regatta.project.OwnStanding;
import org.regatta.project.ProjectPassages;
import org.regatta.project.ProjectPassages.Passage;
import org.regatta.project.ProjectStatus;
import org.regatta.shared.web.Formats;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Tells a team where its project stands, on its page and over the API alike. Made of the rounds' public names, states and dates, the project's own status
 * and what was released; nothing else is read, so that nothing else can leak.
 */
@Component
public class Courses {

    private final OwnProjects own;
    private final Competitions competitions;
    private final Rounds rounds;
    private final List<ProjectPassages> passages;
    private final Formats formats;
    private final MessageSource messages;
    private final ReaderZone zones;

    Courses(
            OwnProjects own,
            Competitions competitions,
            Rounds rounds,
            List<ProjectPassages> passages,
            Formats formats,
            MessageSource messages,
            ReaderZone zones) {
        this.own = own;
        this.competitions = competitions;
        this.rounds = rounds;
        this.passages = passages;
        this.formats = formats;
        this.messages = messages;
        this.zones = zones;
    }

    /** Where one of the viewer's own projects stands. */
    public Course of(OwnProject project) {
        var competition = competitions.get(project.competitionId());
        var zone = zones.or(competition.zone());
        var all = rounds.of(competition.id());
        var released = released(project.id());
        var now = project.status().runs() || project.status() == ProjectStatus.DRAFT ? current(project, all) : null;
        var draft = project.status() == ProjectStatus.DRAFT;
        var editable = draft && own.takesProjects(competition.id());
        var state = now == null
                ? state(project.status(), null, null, editable)
                : state(project.status(), now.kind(), now.status(), editable);
        var expected = expected(project, now, zone);
        return new Course(
                project,
                competition.name(),
                zone,
                say("own.title." + state, project.title(), now == null ? "" : now.name()),
                say("own.lead." + state),
                happened(project, released, zone),
                say("own.who." + who(state)),
                expected.words(),
                expected.formula(),
                steps(project, all, now, released, zone),
                editable,
                draft || project.status().runs(),
                editable && now != null ? due(now) : null);
    }

    private static Course.@Nullable Deadline due(RoundView round) {
        var closes = round.closesAt();
        return closes == null || round.kind() != RoundKind.INTAKE
                ? null
                : new Course.Deadline(round.id(), closes, round.endsAt());
    }

    /** The round the project is in or comes to next. */
    private static @Nullable RoundView current(OwnProject project, List<RoundView> all) {
        return all.stream()
                .filter(round -> round.status() != RoundStatus.COMPLETED)
                .filter(round -> project.status() == ProjectStatus.DRAFT || round.kind() != RoundKind.INTAKE)
                .findFirst()
                .orElse(null);
    }

    /** One of several, in a sentence and with who acts next. */
    public Row row(OwnStanding one) {
        var state = state(one.status(), one.kind(), one.roundStatus(), one.writable());
        var round = one.round();
        return new Row(
                one, say("own.title." + state, one.title(), round == null ? "" : round), say("own.who." + who(state)));
    }

    /** A line of {@code project/mine.html}. */
    public record Row(OwnStanding project, String sentence, String who) {}

    private static String state(
            ProjectStatus status, @Nullable RoundKind kind, @Nullable RoundStatus round, boolean editable) {
        if (status == ProjectStatus.DRAFT) {
            return editable ? "DRAFT" : "LATE";
        }
        if (!status.runs()) {
            return status.name();
        }
        if (kind == null) {
            return "OVER";
        }
        if (round == RoundStatus.PLANNED) {
            return status == ProjectStatus.ADVANCED ? "ADVANCED" : "WAITING";
        }
        return round == RoundStatus.CLOSED ? kind + ".CLOSED" : kind.name();
    }

    private static String who(String state) {
        return state.endsWith(".CLOSED") ? "CLOSED" : state;
    }

    private String happened(OwnProject project, Map<UUID, List<Passage>> released, ZoneId zone) {
        var last = released.values().stream()
                .flatMap(List::stream)
                .max(Comparator.comparing(Passage::at))
                .orElse(null);
        if (last != null) {
            return say("own.happened", words(last), formats.full(last.at(), zone));
        }
        return project.submittedAt() == null
                ? say("own.happened.begun", formats.full(project.createdAt(), zone))
                : say(
                        project.submittedLate() ? "own.happened.submittedLate" : "own.happened.submitted",
                        formats.full(project.submittedAt(), zone));
    }

    private record Expected(String words, @Nullable String formula) {}

    private Expected expected(OwnProject project, @Nullable RoundView now, ZoneId zone) {
        if (now == null) {
            return new Expected(say("own.expected.nothing"), null);
        }
        if (project.status() == ProjectStatus.DRAFT) {
            return new Expected(deadline(now, zone), null);
        }
        if (now.status() == RoundStatus.PLANNED) {
            return new Expected(date("own.expected.opens", now.opensAt(), zone), null);
        }
        var interval = own.expected(now);
        if (interval.isPresent()) {
            var found = interval.get();
            return new Expected(
                    say(
                            "own.expected.between",
                            formats.brief(found.earliest(), zone),
                            formats.brief(found.latest(), zone)),
                    say("own.formula", found.rounds(), found.shortestDays(), found.longestDays()));
        }
        return new Expected(date("own.expected.after", now.closesAt(), zone), null);
    }

    /** With the rule of the grace, where there is one. */
    private String deadline(RoundView round, ZoneId zone) {
        var closes = round.closesAt();
        if (closes == null || round.kind() != RoundKind.INTAKE || round.grace().isZero()) {
            return date("own.expected.deadline", closes, zone);
        }
        var end = formats.full(round.endsAt(), zone);
        return formats.past(closes)
                ? say("own.expected.grace", end)
                : say("own.expected.deadline", formats.full(closes, zone)) + ". " + say("own.expected.graceAfter", end);
    }

    private String date(String key, @Nullable Instant at, ZoneId zone) {
        return at == null || (formats.past(at)) ? say("own.expected.unknown") : say(key, formats.full(at, zone));
    }

    private List<Course.Step> steps(
            OwnProject project,
            List<RoundView> all,
            @Nullable RoundView now,
            Map<UUID, List<Passage>> released,
            ZoneId zone) {
        var steps = new ArrayList<Course.Step>();
        steps.add(received(project, zone));
        var ended = !project.status().runs() && project.status() != ProjectStatus.DRAFT;
        for (var round : all) {
            var passed = released.getOrDefault(round.id(), List.of());
            if (round.kind() != RoundKind.INTAKE
                    && !(ended && passed.isEmpty() && round.status() != RoundStatus.COMPLETED)) {
                steps.add(step(round, round.equals(now), passed, ended, zone));
            }
        }
        if (project.status() == ProjectStatus.WITHDRAWN || project.status() == ProjectStatus.DISQUALIFIED) {
            steps.add(new Course.Step("STOP", say("project.status." + project.status()), List.of()));
        }
        return steps;
    }

    private Course.Step received(OwnProject project, ZoneId zone) {
        var at = project.submittedAt();
        if (at != null) {
            return new Course.Step("DONE", say("own.step.received"), List.of(formats.full(at, zone)));
        }
        return new Course.Step(
                project.status() == ProjectStatus.DRAFT ? "NOW" : "DONE",
                say("own.step.writing"),
                List.of(say("own.step.since", formats.full(project.createdAt(), zone))));
    }

    private Course.Step step(RoundView round, boolean now, List<Passage> passed, boolean ended, ZoneId zone) {
        var lines = new ArrayList<String>();
        passed.forEach(one -> lines.add(words(one) + " · " + formats.full(one.at(), zone)));
        if (passed.isEmpty()) {
            lines.add(dates(round, zone));
        }
        var stopped = ended && passed.stream().anyMatch(one -> one.words().equals("passage.NOT_SELECTED"));
        return new Course.Step(mark(round, now, stopped), round.name(), lines);
    }

    private static String mark(RoundView round, boolean now, boolean stopped) {
        if (stopped) {
            return "STOP";
        }
        if (now) {
            return round.status() == RoundStatus.PLANNED ? "AHEAD" : "NOW";
        }
        return round.status() == RoundStatus.COMPLETED || round.status() == RoundStatus.CLOSED ? "DONE" : "AHEAD";
    }

    private String dates(RoundView round, ZoneId zone) {
        return switch (round.status()) {
            case PLANNED -> stated("own.round.opens", round.opensAt(), zone);
            case OPEN -> stated("own.round.until", round.closesAt(), zone);
            case CLOSED -> say("own.round.closed");
            case COMPLETED -> stated("own.round.ended", round.closesAt(), zone);
        };
    }

    private String stated(String key, @Nullable Instant at, ZoneId zone) {
        return at == null ? say(key + ".free") : say(key, formats.full(at, zone));
    }

    private Map<UUID, List<Passage>> released(UUID projectId) {
        return passages.stream()
                .flatMap(one -> one.of(projectId).stream())
                .collect(Collectors.groupingBy(Passage::roundId));
    }

    private String words(Passage passage) {
        return say(passage.words(), passage.values().toArray());
    }

    private String say(String key, Object... values) {
        return Objects.requireNonNull(messages.getMessage(key, values, LocaleContextHolder.getLocale()));
    }
}
