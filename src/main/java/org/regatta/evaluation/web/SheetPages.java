package org.regatta.evaluation.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.competition.Competitions;
import org.regatta.competition.Rounds;
import org.regatta.evaluation.EvaluationChanged;
import org.regatta.evaluation.EvaluationSheet;
import org.regatta.evaluation.EvaluationView;
import org.regatta.evaluation.MyEvaluations;
import org.regatta.identity.Access;
import org.regatta.identity.NotVisible;
import org.regatta.identity.ReaderZone;
import org.regatta.project.Projects;
import org.regatta.rubric.CriterionView;
import org.regatta.rubric.RubricView;
import org.regatta.rubric.ScoreValue;
import org.regatta.shared.PlainDecimal;
import org.regatta.shared.Problem;
import org.regatta.shared.web.ProblemWords;
import org.springframework.stereotype.Component;

/** Puts together what the pages of evaluations show. */
@Component
class SheetPages {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final MyEvaluations evaluations;
    private final Projects projects;
    private final Access access;
    private final ObjectMapper json;
    private final ProblemWords words;
    private final ReaderZone zones;
    private final Rounds rounds;
    private final Competitions competitions;

    SheetPages(
            MyEvaluations evaluations,
            Projects projects,
            Access access,
            ObjectMapper json,
            ProblemWords words,
            ReaderZone zones,
            Rounds rounds,
            Competitions competitions) {
        this.evaluations = evaluations;
        this.projects = projects;
        this.access = access;
        this.json = json;
        this.words = words;
        this.zones = zones;
        this.rounds = rounds;
        this.competitions = competitions;
    }

    SheetPage of(UUID assignmentId, @Nullable UUID justSubmitted) {
        var sheet = evaluations.sheet(assignmentId);
        return page(sheet, sheet.evaluation().scores(), undo(justSubmitted), null);
    }

    /** The page with what was typed on it, and why it could not be stored. */
    SheetPage again(UUID assignmentId, PlainSheet typed, Problem refused) {
        var sheet = evaluations.sheet(assignmentId);
        var rubric = sheet.rubric();
        var scores = rubric == null ? Map.<String, ScoreValue>of() : rubric.scores(typed.scores());
        var apart = refused instanceof EvaluationChanged changed
                ? apart(rubric, changed.stored().scores(), changed.stored().comment())
                : sheet.writable() ? "" : apart(rubric, scores, typed.comment());
        var said = words.of(refused);
        return page(sheet, scores, null, new SheetPage.Unsaved(typed.comment(), said.detail(), said.findings(), apart));
    }

    private SheetPage page(
            EvaluationSheet sheet,
            Map<String, ScoreValue> answers,
            SheetPage.@Nullable Undo undo,
            SheetPage.@Nullable Unsaved unsaved) {
        var rubric = sheet.rubric();
        var criteria = rubric == null ? List.<CriterionView>of() : rubric.criteria();
        return new SheetPage(
                sheet,
                projects.get(sheet.evaluation().projectId()),
                access.viewer().personId(),
                zones.or(sheet.setting().zone()),
                rubric == null
                        ? List.of()
                        : Question.of(
                                rubric,
                                sheet.writable() ? answers : sheet.evaluation().scores()),
                written(criteria.stream().map(SheetPages::counted).toList()),
                written(stored(sheet.evaluation(), criteria)),
                rubric == null ? null : highest(rubric),
                undo,
                unsaved);
    }

    /** An evaluation as a text to read and to copy. */
    private static String apart(@Nullable RubricView rubric, Map<String, ScoreValue> scores, String comment) {
        var lines = new StringBuilder();
        for (var question : rubric == null ? List.<Question>of() : Question.of(rubric, scores)) {
            if (!question.shown().isEmpty()) {
                lines.append(question.criterion().label())
                        .append(": ")
                        .append(question.shown())
                        .append('\n');
            }
        }
        return lines.append('\n').append(comment).toString().strip();
    }

    /** What can still be taken back; null where it is too late, or was never there. */
    SheetPage.@Nullable Undo undo(@Nullable UUID assignmentId) {
        if (assignmentId == null) {
            return null;
        }
        try {
            var sheet = evaluations.sheet(assignmentId);
            var until = sheet.undoUntil();
            return until == null
                    ? null
                    : new SheetPage.Undo(assignmentId, sheet.evaluation().projectTitle(), until);
        } catch (NotVisible gone) {
            return null; // an address can name anything; the page is still what was asked for
        }
    }

    /** Whose drafts a browser may show. */
    UUID personId() {
        return access.viewer().personId();
    }

    /** In which zone the viewer reads times of a round. */
    ZoneId zone(UUID roundId) {
        return zones.or(
                () -> competitions.get(rounds.get(roundId).competitionId()).zone());
    }

    private static @Nullable BigDecimal highest(RubricView rubric) {
        var counting = rubric.criteria().stream().filter(CriterionView::counts).toList();
        if (counting.isEmpty()) {
            return null;
        }
        var first = counting.getFirst();
        var oneScale = counting.stream()
                .allMatch(one -> one.lowest().compareTo(first.lowest()) == 0
                        && one.highest().compareTo(first.highest()) == 0);
        return oneScale ? PlainDecimal.of(first.highest()) : HUNDRED;
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("what a page holds can be written", impossible);
        }
    }

    private static Map<String, Object> stored(EvaluationView evaluation, List<CriterionView> criteria) {
        var labels = new LinkedHashMap<String, String>();
        criteria.forEach(criterion -> labels.put(criterion.key(), criterion.label()));
        return Map.of(
                "scores", HandingIn.plain(evaluation.scores()), "comment", evaluation.comment(), "labels", labels);
    }

    /** Numbers as text: what a browser makes of a JSON number is not exact. */
    private static Map<String, Object> counted(CriterionView criterion) {
        var points = new LinkedHashMap<String, String>();
        for (var option : criterion.options()) {
            points.put(option.value(), option.points().toPlainString());
        }
        for (var yes : List.of(true, false)) {
            var worth = criterion.points(ScoreValue.of(yes));
            if (worth != null) {
                points.put(yes ? "yes" : "no", worth.toPlainString());
            }
        }
        var fields = new LinkedHashMap<String, Object>();
        fields.put("key", criterion.key());
        fields.put("label", criterion.label());
        fields.put("kind", criterion.kind());
        fields.put("required", criterion.required());
        fields.put("weight", criterion.counts() ? criterion.weight().toPlainString() : "0");
        fields.put("lowest", criterion.lowest().toPlainString());
        fields.put("highest", criterion.highest().toPlainString());
        var step = criterion.step();
        fields.put("step", step == null ? "" : step.toPlainString());
        fields.put("points", points);
        return fields;
    }
}
