package org.regatta.audit.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.regatta.audit.AuditEntryView;
import org.regatta.shared.Ids;
import org.regatta.shared.web.Formats;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Puts entries of the log into lines that people read, one statement for any number of them: where an entry names a
 * project, a round or a competition by its id, a line says its number or name.
 */
@Component
class AuditLines {

    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** What is said already where a project is named. */
    private static final Set<String> ABOUT_A_PROJECT = Set.of("projectId", "id", "number");

    private final JdbcClient jdbc;
    private final HistoryLines words;
    private final Formats formats;

    AuditLines(JdbcClient jdbc, HistoryLines words, Formats formats) {
        this.jdbc = jdbc;
        this.words = words;
        this.formats = formats;
    }

    /**
     * One line.
     *
     * @param about number of the project it is about, or name of the person where it is of no competition; else as it
     *     stands in the entry
     * @param projectId of the project it is about; null for anything else
     * @param facts what the entry says, one fact each
     */
    public record Line(
            AuditEntryView entry,
            String what,
            String about,
            @Nullable UUID projectId,
            @Nullable String competition,
            List<Fact> facts) {

        public Instant at() {
            return entry.occurredAt();
        }

        /** The names of what changed; empty where nothing did, or nobody said. */
        public String changed() {
            return facts.stream().filter(Fact::changed).map(Fact::name).collect(Collectors.joining(", "));
        }
    }

    /**
     * A name with what it holds.
     *
     * @param value null where a change took it away
     * @param before what it held before a change; null where it held nothing
     * @param changed whether this is about a change
     */
    public record Fact(
            String name, @Nullable String value, @Nullable String before, boolean changed) {}

    /**
     * What ids stand for.
     *
     * @param projects numbers by id
     * @param places names of rounds and competitions by id
     * @param people names by id; told only of what is of no competition, whose rounds may be blind
     */
    private record Names(Map<UUID, String> projects, Map<UUID, String> places, Map<UUID, String> people) {

        Optional<String> of(UUID id) {
            return Optional.ofNullable(projects.getOrDefault(id, places.get(id)));
        }
    }

    /** @param zone of the reader */
    private record Reading(Names names, ZoneId zone) {}

    /** @param zone of the reader, for times that entries name */
    List<Line> of(List<AuditEntryView> entries, ZoneId zone) {
        var reading = new Reading(names(ids(entries)), zone);
        return entries.stream().map(entry -> line(entry, reading)).toList();
    }

    /** The project's number, else the round's name, that each entry is about, by the entry's id; none of others. */
    Map<UUID, String> abouts(List<AuditEntryView> entries) {
        var names = names(ids(entries));
        var abouts = new HashMap<UUID, String>();
        for (var entry : entries) {
            Stream.of("projectId", "roundId")
                    .flatMap(member -> id(entry.details().path(member).asText()).stream())
                    .flatMap(id -> names.of(id).stream())
                    .findFirst()
                    .or(() -> id(entry.subject()).flatMap(names::of))
                    .ifPresent(about -> abouts.put(entry.id(), about));
        }
        return abouts;
    }

    private Names names(Set<UUID> ids) {
        var names = new Names(new HashMap<>(), new HashMap<>(), new HashMap<>());
        jdbc.sql("""
            select id, number as name, 'project' as kind from project where id = any(cast(:ids as uuid[]))
            union all
            select id, name, 'round' from round where id = any(cast(:ids as uuid[]))
            union all
            select id, name, 'competition' from competition where id = any(cast(:ids as uuid[]))
            union all
            select id, name, 'person' from person where id = any(cast(:ids as uuid[]))
            """).param("ids", Ids.texts(List.copyOf(ids))).query(row -> {
            var named = switch (row.getString("kind")) {
                case "project" -> names.projects();
                case "person" -> names.people();
                default -> names.places();
            };
            named.put(row.getObject("id", UUID.class), row.getString("name"));
        });
        return names;
    }

    private static Set<UUID> ids(List<AuditEntryView> entries) {
        var ids = new HashSet<UUID>();
        for (var entry : entries) {
            id(entry.subject()).ifPresent(ids::add);
            if (entry.competitionId() != null) {
                ids.add(entry.competitionId());
            }
            collect(entry.details(), ids);
        }
        return ids;
    }

    private static void collect(JsonNode node, Set<UUID> ids) {
        if (node.isTextual()) {
            id(node.textValue()).ifPresent(ids::add);
        }
        node.forEach(inner -> collect(inner, ids));
    }

    private static Optional<UUID> id(String text) {
        return ID.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** Types with their names, by name. */
    Map<String, String> types(List<String> types) {
        var named = new LinkedHashMap<String, String>();
        types.stream().sorted(Comparator.comparing(words::type)).forEach(type -> named.put(type, words.type(type)));
        return named;
    }

    private Line line(AuditEntryView entry, Reading reading) {
        var id = id(entry.details().path("projectId").asText(entry.subject())).orElse(null);
        var number = id == null ? null : reading.names().projects().get(id);
        var person = id != null && entry.competitionId() == null
                ? reading.names().people().get(id)
                : null;
        var facts = new ArrayList<Fact>();
        collect("", entry.details(), reading, facts);
        if (entry.via() != null) {
            collect("", entry.via(), reading, facts);
        }
        facts.sort(Comparator.comparing(fact -> !fact.changed())); // what changed comes first
        return new Line(
                entry,
                words.type(entry.type()),
                Stream.of(number, person).filter(Objects::nonNull).findFirst().orElse(entry.subject()),
                number == null ? null : id,
                entry.competitionId() == null ? null : reading.names().places().get(entry.competitionId()),
                facts);
    }

    private void collect(String prefix, JsonNode node, Reading reading, List<Fact> facts) {
        node.properties().forEach(member -> {
            var name = prefix + member.getKey();
            var value = member.getValue();
            if (value.isObject() && (value.has("before") || value.has("after"))) {
                facts.add(new Fact(name, text(value.get("after"), reading), text(value.get("before"), reading), true));
            } else if (value.isObject()) {
                collect(name.equals("changes") ? "" : name + ".", value, reading, facts);
            } else {
                facts.add(new Fact(name, text(value, reading), null, false));
            }
        });
    }

    private @Nullable String text(@Nullable JsonNode value, Reading reading) {
        if (value == null || value.isNull()) {
            return null;
        }
        if (value.isArray()) {
            var all = new ArrayList<String>();
            value.forEach(one -> all.add(text(one, reading)));
            return String.join(value.path(0).isObject() ? "\n" : ", ", all);
        }
        if (value.isObject()) {
            return members(value, reading);
        }
        var text = value.isTextual() ? value.textValue() : value.toString();
        if (text.isEmpty()) {
            return null;
        }
        return MOMENT.matcher(text).matches()
                ? formats.second(Instant.parse(text), reading.zone())
                : name(text, reading);
    }

    /** {@code TP26-014: rank 1, result 9.33} of what is said of a project, else each member with its name. */
    private String members(JsonNode object, Reading reading) {
        var project = id(object.path("projectId").asText(object.path("id").asText()))
                .map(reading.names().projects()::get);
        var said = object.properties().stream()
                .filter(member -> project.isEmpty() || !ABOUT_A_PROJECT.contains(member.getKey()))
                .filter(member -> text(member.getValue(), reading) != null)
                .map(member -> member.getKey() + " " + text(member.getValue(), reading))
                .collect(Collectors.joining(", "));
        return project.map(number -> said.isEmpty() ? number : number + ": " + said)
                .orElse(said);
    }

    private static String name(String text, Reading reading) {
        return id(text).flatMap(reading.names()::of).orElse(text);
    }
}
