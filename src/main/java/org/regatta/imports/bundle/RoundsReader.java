package org.regatta.imports.bundle;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.regatta.competition.Feedback;
import org.regatta.competition.RoundKind;
import org.regatta.imports.bundle.CompetitionPlan.Asked;
import org.regatta.imports.bundle.CompetitionPlan.Round;
import org.regatta.imports.bundle.CompetitionPlan.Seat;
import org.regatta.imports.text.Findings;
import org.regatta.imports.text.YamlMap;
import org.regatta.projectfile.FileType;

/** Reads the rounds, each with what its kind may have. */
final class RoundsReader {

    private static final String[] KEYS = {
        "key",
        "name",
        "kind",
        "opensAt",
        "closesAt",
        "grace",
        "closesWhenComplete",
        "blind",
        "feedback",
        "rubric",
        "scoringPolicy",
        "decides",
        "discrepancyPercent",
        "juries",
        "files"
    };

    private static final int MAX_CATEGORY = 60;
    private static final int MAX_JURORS = 20;
    private static final int LARGEST_MEGABYTES = 5_000_000;

    private final LocalTimes times;
    private final Findings findings;

    RoundsReader(LocalTimes times, Findings findings) {
        this.times = times;
        this.findings = findings;
    }

    List<Round> read(YamlMap root) {
        return root.maps("rounds", true).stream().map(this::round).toList();
    }

    private Round round(YamlMap source) {
        source.allow(KEYS);
        var kind = source.oneOf("kind", RoundKind.class);
        if (kind != null) {
            refuseStrangers(source, kind);
        }
        var opens = times.instant(source, "opensAt");
        var closes = times.instant(source, "closesAt");
        if (opens != null && closes != null && !closes.isAfter(opens)) {
            findings.add(source.spot("closesAt"), "The round closes before it opens.", "Give a time after it opens.");
        }
        return new Round(
                source.key("key"),
                source.text("name", PlanReader.NAME),
                kind == null ? RoundKind.INTAKE : kind,
                opens,
                closes,
                times.grace(source, "grace"),
                source.flag("closesWhenComplete", false),
                source.flag("blind", false),
                feedback(source),
                source.optionalKey("rubric"),
                source.optionalKey("scoringPolicy"),
                source.optionalKey("decides"),
                source.optionalWhole("discrepancyPercent", 1, 100),
                seats(source),
                asked(source),
                source);
    }

    /** Teams are told no more than the plan says. */
    private static Feedback feedback(YamlMap source) {
        var feedback = source.has("feedback") ? source.oneOf("feedback", Feedback.class) : null;
        return feedback == null ? Feedback.DECISION : feedback;
    }

    private void refuseStrangers(YamlMap source, RoundKind kind) {
        if (kind == RoundKind.EVALUATION) {
            source.value("rubric");
            source.value("scoringPolicy");
            source.value("juries");
        } else {
            source.refuse(
                    "only an EVALUATION round has it.",
                    "closesWhenComplete",
                    "blind",
                    "feedback",
                    "rubric",
                    "scoringPolicy",
                    "discrepancyPercent",
                    "juries");
        }
        if (kind != RoundKind.INTAKE) {
            source.refuse("only an INTAKE round asks for files.", "files");
        }
        if (kind != RoundKind.EVALUATION && kind != RoundKind.INTAKE) {
            source.refuse("only INTAKE and EVALUATION rounds have it.", "grace");
        }
        if (kind == RoundKind.DELIBERATION) {
            source.value("decides");
        } else {
            source.refuse("only a DELIBERATION round decides another one.", "decides");
        }
    }

    private List<Asked> asked(YamlMap source) {
        var asked = new ArrayList<Asked>();
        var seen = EnumSet.noneOf(FileType.class);
        for (var file : source.maps("files", false)) {
            file.allow("type", "required", "maxMegabytes");
            var type = file.oneOf("type", FileType.class);
            if (type != null && !seen.add(type)) {
                findings.add(file.spot("type"), "The type " + type + " comes twice.", "Name every type once.");
            } else if (type != null) {
                asked.add(new Asked(
                        type, file.flag("required", true), file.optionalWhole("maxMegabytes", 1, LARGEST_MEGABYTES)));
            }
        }
        return asked;
    }

    private List<Seat> seats(YamlMap source) {
        var seats = new ArrayList<Seat>();
        for (var seat : source.maps("juries", false)) {
            seat.allow("jury", "category", "jurorsPerProject");
            seats.add(new Seat(
                    seat.key("jury"),
                    seat.optionalText("category", MAX_CATEGORY),
                    seat.optionalWhole("jurorsPerProject", 1, MAX_JURORS),
                    seat));
        }
        if (source.has("juries") && seats.isEmpty()) {
            findings.add(source.spot("juries"), "No jury sits in this round.", "Name at least one jury.");
        }
        return seats;
    }
}
