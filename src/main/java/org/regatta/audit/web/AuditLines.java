package org.regatta.audit.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

/** Puts entries of the log into lines that people read; two statements for any number of them. */
@Component
class AuditLines {

    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?Z");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

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
     * @param about number of the project it is about, else as it stands in the entry
     * @param projectId of the project it is about; null for anything else
     * @param facts what the entry says, one fact each
     */
    record Line(
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
    record Fact(
            String name, @Nullable String value, @Nullable String before, boolean changed) {}

    /** @param zone of the reader, for times that entries name */
    List<Line> of(List<AuditEntryView> entries, ZoneId zone) {
        var projects = names(
                "select id, number from project where id = any(cast(:ids as uuid[]))",
                entries.stream().map(AuditLines::aboutProject).filter(Objects::nonNull));
        var competitions = names(
                "select id, name from competition where id = any(cast(:ids as uuid[]))",
                entries.stream().map(AuditEntryView::competitionId).filter(Objects::nonNull));
        return entries.stream()
                .map(entry -> line(entry, projects, competitions, zone))
                .toList();
    }

    /** Types with their names, by name. */
    Map<String, String> types(List<String> types) {
        var named = new LinkedHashMap<String, String>();
        types.stream().sorted(Comparator.comparing(words::type)).forEach(type -> named.put(type, words.type(type)));
        return named;
    }

    private Line line(AuditEntryView entry, Map<UUID, String> projects, Map<UUID, String> competitions, ZoneId zone) {
        var id = aboutProject(entry);
        var number = id == null ? null : projects.get(id);
        var facts = new ArrayList<Fact>();
        collect("", entry.details(), zone, facts);
        if (entry.via() != null) {
            collect("", entry.via(), zone, facts);
        }
        facts.sort(Comparator.comparing(fact -> !fact.changed())); // what changed comes first
        return new Line(
                entry,
                words.type(entry.type()),
                number == null ? entry.subject() : number,
                number == null ? null : id,
                entry.competitionId() == null ? null : competitions.get(entry.competitionId()),
                facts);
    }

    private void collect(String prefix, JsonNode node, ZoneId zone, List<Fact> facts) {
        node.properties().forEach(member -> {
            var name = prefix + member.getKey();
            var value = member.getValue();
            if (value.isObject() && (value.has("before") || value.has("after"))) {
                facts.add(new Fact(name, text(value.get("after"), zone), text(value.get("before"), zone), true));
            } else if (value.isObject()) {
                collect(name.equals("changes") ? "" : name + ".", value, zone, facts);
            } else {
                facts.add(new Fact(name, text(value, zone), null, false));
            }
        });
    }

    private @Nullable String text(@Nullable JsonNode value, ZoneId zone) {
        if (value == null || value.isNull()) {
            return null;
        }
        if (value.isArray()) {
            var all = new ArrayList<String>();
            value.forEach(one -> all.add(text(one, zone)));
            return String.join(value.path(0).isObject() ? "; " : ", ", all);
        }
        if (value.isObject()) {
            return value.properties().stream()
                    .filter(member -> text(member.getValue(), zone) != null)
                    .map(member -> member.getKey() + " " + text(member.getValue(), zone))
                    .collect(Collectors.joining(", "));
        }
        var text = value.isTextual() ? value.textValue() : value.toString();
        if (text.isEmpty()) {
            return null;
        }
        return MOMENT.matcher(text).matches() ? formats.second(Instant.parse(text), zone) : text;
    }

    private static @Nullable UUID aboutProject(AuditEntryView entry) {
        var named = entry.details().path("projectId").asText(entry.subject());
        return ID.matcher(named).matches() ? UUID.fromString(named) : null;
    }

    private Map<UUID, String> names(String sql, Stream<UUID> ids) {
        var names = new HashMap<UUID, String>();
        jdbc.sql(sql).param("ids", Ids.texts(ids.distinct().toList())).query(row -> {
            names.put(row.getObject(1, UUID.class), row.getString(2));
        });
        return names;
    }
}
