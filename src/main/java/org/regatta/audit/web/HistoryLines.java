package org.regatta.audit.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.audit.AuditEntryView;
import org.regatta.audit.AuditLog;
import org.regatta.audit.web.HistoryLine.Kind;
import org.regatta.competition.RoundView;
import org.regatta.competition.Rounds;
import org.regatta.identity.People;
import org.regatta.project.ProjectHistory;
import org.regatta.project.ProjectView;
import org.regatta.workflow.ProcessHistory.Step;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts what processes did and what people did into one list, in words. */
@Component
class HistoryLines {

    private final ProjectHistory history;
    private final AuditLog log;
    private final Rounds rounds;
    private final People people;
    private final MessageSource messages;

    HistoryLines(ProjectHistory history, AuditLog log, Rounds rounds, People people, MessageSource messages) {
        this.history = history;
        this.log = log;
        this.rounds = rounds;
        this.people = people;
        this.messages = messages;
    }

    /** Everything that happened to a project, the earliest first. */
    List<HistoryLine> of(ProjectView project) {
        var all = rounds.of(project.competitionId());
        var steps = history.of(project.id());
        var names = names(steps);
        var lines = new ArrayList<HistoryLine>();
        steps.forEach(step -> lines.add(line(step, names, all)));
        if (!all.isEmpty()) {
            log.ofProject(all.getFirst().place(), project.id())
                    .forEach(entry -> lines.add(
                            line(entry, round(entry.details().path("roundId").asText("-"), all))));
        }
        lines.sort(Comparator.comparing(HistoryLine::at));
        return lines;
    }

    /** An entry of a competition's log. */
    HistoryLine line(AuditEntryView entry, @Nullable String about) {
        return new HistoryLine(
                entry.occurredAt(),
                Kind.FACTS,
                entry.type().contains("onflict") || entry.type().contains("ecusal") ? "ti-scale" : "ti-file-text",
                type(entry.type()),
                entry.actorName(),
                about);
    }

    /** The name of an event in the reader's language. */
    String type(String type) {
        return say("audit." + type, type);
    }

    private HistoryLine line(Step step, Map<UUID, String> names, List<RoundView> all) {
        var who = step.personId() == null ? null : names.get(step.personId());
        var about = round(step.businessKey(), all);
        return switch (step.kind()) {
            case FLOW_TAKEN -> new HistoryLine(step.at(), Kind.FLOWS, "ti-arrow-right", flow(step.name()), null, about);
            case TASK_OPENED -> task(step, "ti-circle-dashed", who, about);
            case TASK_COMPLETED -> task(step, "ti-check", who, about);
            case TASK_WITHDRAWN -> task(step, "ti-ban", who, about);
        };
    }

    private HistoryLine task(Step step, String icon, @Nullable String who, @Nullable String about) {
        var name = named(step.elementId(), step.name());
        var words = messages.getMessage("history." + step.kind(), new Object[] {name}, locale());
        return new HistoryLine(step.at(), Kind.TASKS, icon, words, who, about);
    }

    private static @Nullable String round(String businessKey, List<RoundView> all) {
        return all.stream()
                .filter(round -> businessKey.startsWith(round.id().toString()))
                .map(RoundView::name)
                .findFirst()
                .orElse(null);
    }

    /** {@code scoreProject → recordEvaluated} as {@code Score project → Record evaluated}. */
    private String flow(String fromTo) {
        var words = new ArrayList<String>();
        for (var element : fromTo.split(" → ")) {
            var id = element.replaceAll("#.*", "");
            var spaced = id.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
            words.add(named(id, Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1)));
        }
        return String.join(" → ", words);
    }

    private Map<UUID, String> names(List<Step> steps) {
        var ids = new HashSet<UUID>();
        for (var step : steps) {
            if (step.personId() != null) {
                ids.add(step.personId());
            }
        }
        var names = new HashMap<UUID, String>();
        people.byIds(ids).values().forEach(person -> names.put(person.id(), person.name()));
        return names;
    }

    /** A step's name in the reader's language, be it a person's task or another step. */
    private String named(String id, String otherwise) {
        return say("task." + id, say("step." + id, otherwise));
    }

    private String say(String key, String otherwise) {
        return Objects.requireNonNull(messages.getMessage(key, null, otherwise, locale()));
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale();
    }
}
