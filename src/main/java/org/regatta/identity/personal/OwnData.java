package org.regatta.identity.personal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.regatta.identity.Access;
import org.regatta.identity.PersonalData;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands people everything that is held about them. */
@Service
@Transactional
public class OwnData {

    private final List<PersonalData> parts;
    private final ObjectMapper json;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OwnData(List<PersonalData> parts, ObjectMapper json, Access access, ApplicationEventPublisher events, Clock clock) {
        this.parts =
                parts.stream().sorted(Comparator.comparing(PersonalData::part)).toList();
        this.json = json;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    /** The viewer's data as a ZIP with one JSON file for each module; publishes {@link PersonalDataExported}. */
    public byte[] export() {
        var personId = access.viewer().personId();
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts) {
                zip.putNextEntry(new ZipEntry(part.part() + ".json"));
                zip.write(text(part, personId));
                zip.closeEntry();
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        events.publishEvent(new PersonalDataExported(personId, personId, clock.instant()));
        return bytes.toByteArray();
    }

    private byte[] text(PersonalData part, UUID personId) throws JsonProcessingException {
        return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(part.of(personId));
    }
}
