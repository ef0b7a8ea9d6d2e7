package org.regatta.audit.web;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.regatta.audit.AuditEntryView;
import org.regatta.audit.AuditLog;
import org.regatta.audit.AuditQuery;
import org.regatta.shared.CsvCell;
import org.springframework.stereotype.Component;

/** Writes entries as CSV, row by row: the file may be longer than the memory. */
@Component
class AuditFile {

    private static final String HEAD =
            "number,time,type,actor,actor_id,set_off_by,seen_as,subject,competition,details,request,via\r\n";

    private final AuditLog log;

    AuditFile(AuditLog log) {
        this.log = log;
    }

    /**
     * Writes what the viewer looks for, the latest first.
     *
     * @param taken told how many rows were written, also where the reader hung up in the middle
     */
    void write(AuditQuery query, OutputStream out, LongConsumer taken) throws IOException {
        var writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        var rows = new AtomicLong();
        try {
            writer.write(CsvCell.MARK + HEAD);
            log.each(query, entry -> {
                rows.incrementAndGet();
                write(entry, writer);
            });
            writer.flush();
        } finally {
            taken.accept(rows.get());
        }
    }

    private static void write(AuditEntryView entry, Writer writer) {
        try {
            writer.write(Stream.of(
                            entry.number(),
                            entry.occurredAt(),
                            entry.type(),
                            CsvCell.typed(entry.actorName()),
                            entry.actorId(),
                            CsvCell.typed(entry.setOffByName()),
                            CsvCell.typed(entry.seenAsName()),
                            CsvCell.typed(entry.subject()),
                            entry.competitionId(),
                            CsvCell.typed(entry.details().toString()),
                            entry.requestId(),
                            CsvCell.typed(
                                    entry.via() == null ? null : entry.via().toString()))
                    .map(AuditFile::cell)
                    .collect(Collectors.joining(",", "", "\r\n")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cell(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
