package org.regatta.identity;

import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * In which zone pages show the viewer times: the one they chose; until then the one of the competition the times belong to,
 * and UTC where they belong to none. Fields in which times are typed stay in the competition's, and say so.
 */
@Component("readerZone")
public class ReaderZone {

    private final Access access;
    private final People people;

    ReaderZone(Access access, People people) {
        this.access = access;
        this.people = people;
    }

    /** The one the viewer chose; empty as long as none is. */
    public Optional<ZoneId> chosen() {
        var personId = access.viewer().personId();
        return Optional.ofNullable(people.byIds(Set.of(personId)).get(personId)).map(PersonView::chosenZone);
    }

    /** For times that belong to a competition. */
    public ZoneId or(ZoneId competitions) {
        return chosen().orElse(competitions);
    }

    /** For times that belong to no competition, or to several. */
    public ZoneId own() {
        return chosen().orElse(PersonView.NOT_CHOSEN);
    }
}
