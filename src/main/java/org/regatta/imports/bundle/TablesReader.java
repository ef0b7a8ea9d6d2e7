package org.regatta.imports.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.regatta.imports.bundle.Bundle.Member;
import org.regatta.imports.bundle.Bundle.Project;
import org.regatta.imports.bundle.Bundle.Recusal;
import org.regatta.imports.bundle.Bundle.Score;
import org.regatta.imports.text.CsvFile;
import org.regatta.imports.text.CsvRow;
import org.regatta.imports.text.Findings;
import org.regatta.imports.text.RawFile;

/** Reads the tables of a bundle, row by row. */
final class TablesReader {

    private static final int MAX_NUMBER = 40;
    private static final int MAX_WORD = 60;
    private static final int MAX_REASON = 2_000;
    private static final int MAX_MEMBERS = 20;
    private static final Pattern MEMBER = Pattern.compile("(?:(.*)<)?\\s*([^<>\\s]+?)\\s*>?");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Findings findings;
    private final IntConsumer tick;

    /**
     * A reader of the tables.
     *
     * @param tick is told now and then how many rows of a table are read
     */
    TablesReader(Findings findings, IntConsumer tick) {
        this.findings = findings;
        this.tick = tick;
    }

    List<Project> projects(RawFile file) {
        return rows(
                        file,
                        List.of("number", "title", "summary", "category", "country", "team", "members", "status"),
                        List.of("number", "title"))
                .stream()
                .map(this::project)
                .toList();
    }

    List<Recusal> recusals(RawFile file) {
        return rows(file, List.of("project", "juror", "jury", "round", "reason"), List.of("project", "juror")).stream()
                .map(row -> new Recusal(
                        row.text("project", MAX_NUMBER),
                        row.text("juror", MAX_NUMBER),
                        row.optionalText("jury", MAX_WORD),
                        row.optionalText("round", MAX_WORD),
                        row.prose("reason", MAX_REASON),
                        row.spot("project")))
                .toList();
    }

    List<Score> scores(RawFile file) {
        return rows(
                        file,
                        List.of("round", "project", "juror", "jury", "criterion", "score"),
                        List.of("round", "project", "juror", "score"))
                .stream()
                .map(row -> new Score(
                        row.text("round", MAX_WORD),
                        row.text("project", MAX_NUMBER),
                        row.text("juror", MAX_NUMBER),
                        row.optionalText("jury", MAX_WORD),
                        row.optionalText("criterion", MAX_WORD),
                        row.raw("score"),
                        row.spot("score")))
                .toList();
    }

    private List<CsvRow> rows(RawFile file, List<String> columns, List<String> required) {
        return CsvFile.read(file, columns, required, findings, tick);
    }

    private Project project(CsvRow row) {
        var title = row.text("title", PlanReader.NAME);
        var team = row.optionalText("team", PlanReader.NAME);
        return new Project(
                row.text("number", MAX_NUMBER),
                title,
                row.prose("summary", PlanReader.PROSE),
                row.optionalText("category", MAX_WORD),
                country(row),
                team == null ? title : team,
                members(row),
                submitted(row),
                row.spot("number"));
    }

    private static @Nullable String country(CsvRow row) {
        var country = row.optionalText("country", MAX_WORD);
        if (country == null) {
            return null;
        }
        var code = country.toUpperCase(Locale.ROOT);
        if (!COUNTRIES.contains(code)) {
            row.wrong(
                    "country",
                    Findings.quoted(country) + " is not a country code.",
                    "Write two letters of ISO 3166-1, such as PL or FR.");
            return null;
        }
        return code;
    }

    private static boolean submitted(CsvRow row) {
        var status = row.optionalText("status", MAX_WORD);
        if (status == null || status.equalsIgnoreCase("SUBMITTED")) {
            return true;
        }
        if (!status.equalsIgnoreCase("DRAFT")) {
            row.wrong(
                    "status",
                    "A project cannot be imported as " + Findings.quoted(status) + ".",
                    "Write SUBMITTED or DRAFT; left empty, it is SUBMITTED. What happens later is for the rounds.");
        }
        return false;
    }

    private static List<Member> members(CsvRow row) {
        var cell = row.optionalText("members", PlanReader.PROSE);
        if (cell == null) {
            return List.of();
        }
        var members = new ArrayList<Member>();
        for (var part : cell.split(";", -1)) {
            var member = member(part.strip());
            if (member == null || members.size() == MAX_MEMBERS) {
                row.wrong(
                        "members",
                        "The members cannot be read.",
                        "Write at most " + MAX_MEMBERS
                                + " addresses, the leader's first, with a semicolon between: Ada <ada@example.org>; bo@example.org.");
                return List.of();
            }
            members.add(member);
        }
        return members;
    }

    private static @Nullable Member member(String text) {
        var parts = MEMBER.matcher(text);
        if (text.length() > 600 || !parts.matches() || !PlanReader.isEmail(parts.group(2))) {
            return null;
        }
        var email = parts.group(2).toLowerCase(Locale.ROOT);
        var name = parts.group(1) == null ? "" : parts.group(1).strip();
        return new Member(email, name.isEmpty() || name.length() > PlanReader.NAME ? PlanReader.nameOf(email) : name);
    }
}
