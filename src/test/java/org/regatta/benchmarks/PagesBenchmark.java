package org.regatta.benchmarks;

import static org.regatta.benchmarks.Figures.number;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.regatta.identity.Acting;
import org.regatta.ranking.Calibration;
import org.regatta.steering.SetupStep;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Asks for every page there is as every role, on a competition of many projects and jurors whose round runs and another
 * one whose ranking stands, and writes server time, SQL statements and bytes of each into {@code docs/benchmarks.md}.
 * Pages are found in the application, so that a new one is measured without being listed here. Run by {@code mvn
 * test-compile exec:exec@pages -Dpages.projects=20000 -Dpages.jurors=2000}.
 */
public final class PagesBenchmark {

    private static final Path DOCUMENT = Path.of("docs", "benchmarks.md");
    private static final String BEGIN = "<!-- pages -->";
    private static final String END = "<!-- end of pages -->";
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::[^{}]*(?:\\{[^{}]*}[^{}]*)*)?}");
    /** What a page is asked with, where it shows nothing without. */
    private static final Map<String, String> ASKING = Map.of(
            "/rounds/{roundId}/ranking/compare", "?project={projectId}&project={otherId}",
            "/inbox/together", "?task={taskId}");

    /** What is asked for besides: the pattern says which page, the query what of it. */
    private static final List<String> BESIDES = List.of(
            "/competitions/{competitionId}/projects?q=water",
            "/competitions/{competitionId}/projects?status=SUBMITTED&sort=TITLE&page=99",
            "/inbox?competition={competitionId}",
            "/rounds/{roundId}/ranking?page=9");

    private static final String STEP = "/competitions/{competitionId}/setup/{step}";

    private static final int WARM = 4;
    private static final int TIMES = 15;

    private final RunningRegatta regatta;
    private final List<String> rows = new ArrayList<>();
    private final List<Map<String, String>> places = new ArrayList<>();
    private final Map<String, PageVisitor> people = new LinkedHashMap<>();

    /** What one person was sent. */
    private record Seen(String role, Times times, int statements, PageVisitor.Answer answer) {}

    private PagesBenchmark(RunningRegatta regatta) {
        this.regatta = regatta;
    }

    /**
     * Measures and writes the table.
     *
     * @param args projects, jurors
     */
    public static void main(String[] args) throws IOException {
        var projects = Integer.parseInt(args[0]);
        var jurors = Integer.parseInt(args[1]);
        try (var regatta = RunningRegatta.start()) {
            var benchmark = new PagesBenchmark(regatta);
            benchmark.prepare(projects, jurors);
            var goals = PageGoals.measured(
                    regatta.jdbc(), benchmark.people.get("JURY_MEMBER"), benchmark.people.get("SUPER_ADMIN"));
            benchmark.measure();
            benchmark.write(
                    goals,
                    "%,d projects and %,d jurors, %s; median of %d requests on the loopback, session included."
                            .formatted(projects, jurors, regatta.databaseWords(), TIMES));
        }
        System.exit(0);
    }

    private void prepare(int projects, int jurors) {
        var running = Season.of(regatta.jdbc(), projects, jurors).dressed();
        System.out.printf("-- opening a round of %,d projects%n", projects);
        OpeningBenchmark.opening(regatta, running);
        running.judgeHalf();
        var judged = Season.of(regatta.jdbc(), projects, jurors).dressed().assigned();
        judged.judgeTheRestAndClose();
        var calibration = regatta.bean(Calibration.class);
        calibration.compute(judged.roundId);
        Acting.as(judged.adminId);
        calibration.approve(judged.roundId, judged.adminId);
        Acting.asNobody();
        var deliberation = judged.deliberation();
        regatta.startRound("deliberationRound", judged, deliberation);
        regatta.settle();
        places.add(place(running, running.roundId));
        places.add(place(judged, judged.roundId));
        var deciding = place(judged, deliberation);
        deciding.put("taskId", groupTask(deliberation));
        places.add(deciding);
        for (var role : List.of("SUPER_ADMIN", "PROGRAM_ADMIN", "OBSERVER", "JURY_MEMBER", "APPLICANT")) {
            people.put(role, PageVisitor.signIn(regatta, running.somebody(regatta, role, judged)));
        }
        people.put("visitor", PageVisitor.stranger(regatta));
        var intake = place(running, running.intake());
        intake.put("projectId", running.draft().toString());
        places.add(intake);
    }

    private Map<String, String> place(Season season, UUID roundId) {
        var ids = new LinkedHashMap<String, String>();
        ids.put("programId", season.programId.toString());
        ids.put("competitionId", season.competitionId.toString());
        ids.put("roundId", roundId.toString());
        ids.put("juryId", season.juryId.toString());
        ids.put("personId", season.firstJuror().toString());
        ids.put("guide", "organiser");
        ids.put("step", "rounds");
        put(ids, "jurorId", "select juror_id from assignment where round_id = ? and person_id = ? limit 1", season);
        put(ids, "projectId", "select project_id from assignment where round_id = ? and person_id = ? limit 1", season);
        put(
                ids,
                "otherId",
                "select project_id from assignment where round_id = ? and person_id = ? offset 1 limit 1",
                season);
        put(ids, "assignmentId", "select id from assignment where round_id = ? and person_id = ? limit 1", season);
        put(ids, "taskId", "select task_id from inbox_task where round_id = ? and assignee = ? limit 1", season);
        regatta.jdbc()
                .sql("select scoring_policy_id::text as policy, rubric_id::text as rubric from round where id = ?")
                .param(season.roundId)
                .query(row -> {
                    ids.put("policyId", row.getString("policy"));
                    ids.put("rubricId", row.getString("rubric"));
                });
        return ids;
    }

    /** The task that the administrators find in their inbox. */
    private String groupTask(UUID roundId) {
        return regatta.jdbc()
                .sql("select task_id from inbox_task where round_id = ? and state = 'OPEN'")
                .param(roundId)
                .query(String.class)
                .single();
    }

    private void put(Map<String, String> ids, String name, String sql, Season season) {
        regatta.jdbc()
                .sql(sql)
                .params(season.roundId, season.firstJuror())
                .query(String.class)
                .optional()
                .ifPresent(id -> ids.put(name, id));
    }

    private void measure() {
        for (var page : pages()) {
            var seen = new ArrayList<Seen>();
            people.forEach((role, visitor) -> seen(page, role, visitor).ifPresent(seen::add));
            if (seen.isEmpty()) {
                row(page, "nobody: it redirects, or needs what this data has not", "–", "–", "–", "–", "–");
            } else {
                row(page, seen);
            }
        }
    }

    private void row(String page, List<Seen> seen) {
        var slowest = Collections.max(seen, Comparator.comparing(one -> one.times.medianMillis()));
        row(
                page,
                seen.stream()
                        .map(one -> one == slowest ? "**" + one.role + "**" : one.role)
                        .collect(Collectors.joining(", ")),
                number(slowest.times.medianMillis()) + " ms",
                number(slowest.times.p95Millis()) + " ms",
                most(seen, one -> one.statements),
                most(seen, one -> one.answer.sent()),
                most(seen, one -> one.answer.unpacked()));
    }

    private static String most(List<Seen> seen, ToIntFunction<Seen> figure) {
        return "%,d".formatted(seen.stream().mapToInt(figure).max().orElseThrow());
    }

    /** The page as this person sees it at the first place that shows it to them. */
    private Optional<Seen> seen(String page, String role, PageVisitor visitor) {
        for (var place : places) {
            var path = filled(page + ASKING.getOrDefault(page, ""), place);
            if (path != null && visitor.get(path).status() == 200) {
                for (int i = 0; i < WARM; i++) {
                    visitor.get(path);
                }
                var times = Times.repeated(TIMES, () -> visitor.get(path));
                var statements = PageVisitor.statements(() -> visitor.get(path));
                return Optional.of(new Seen(role, times, statements, visitor.get(path)));
            }
        }
        return Optional.empty();
    }

    /** The patterns of everything that answers a GET and is no API. */
    private Iterable<String> pages() {
        var found = new TreeSet<String>();
        regatta.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .forEach((mapping, method) -> {
                    if (mapping.getMethodsCondition().getMethods().contains(RequestMethod.GET)
                            && !AnnotatedElementUtils.hasAnnotation(method.getBeanType(), RestController.class)) {
                        found.addAll(patterns(mapping));
                    }
                });
        found.removeIf(pattern -> pattern.startsWith("/api") || pattern.startsWith("/error"));
        found.addAll(BESIDES);
        found.remove(STEP);
        for (var step : SetupStep.values()) {
            found.add(STEP.replace("{step}", step.address()));
        }
        return found;
    }

    private static List<String> patterns(RequestMappingInfo mapping) {
        var condition = mapping.getPathPatternsCondition();
        return condition == null ? List.of() : List.copyOf(condition.getPatternValues());
    }

    /** The path, or null where the place lacks one of its ids. */
    private static String filled(String page, Map<String, String> place) {
        var missing = new ArrayList<String>();
        var path = VARIABLE.matcher(page).replaceAll(variable -> {
            var id = place.get(variable.group(1));
            if (id == null) {
                missing.add(variable.group(1));
                return "";
            }
            return id;
        });
        return missing.isEmpty() ? path : null;
    }

    private void row(String... cells) {
        var row = "| " + String.join(" | ", cells) + " |";
        rows.add(row);
        System.out.println(row);
    }

    private void write(String goals, String size) throws IOException {
        var table = goals + "\n" + size
                + "\n\n| page | as | median | p95 | SQL statements | bytes sent (gzip) | unpacked |\n"
                + "|---|---|---|---|---|---|---|\n" + String.join("\n", rows) + "\n";
        System.out.println("\n" + table);
        var text = Files.readString(DOCUMENT);
        var begin = text.indexOf(BEGIN);
        var end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException(DOCUMENT + " lost its markers " + BEGIN + " and " + END);
        }
        Files.writeString(
                DOCUMENT, text.substring(0, begin + BEGIN.length()) + "\n\n" + table + "\n" + text.substring(end));
    }
}
