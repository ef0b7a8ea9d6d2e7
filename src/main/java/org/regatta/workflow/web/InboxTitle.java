package org.regatta.workflow.web;

import java.time.ZoneId;
import org.regatta.identity.ReaderZone;
import org.regatta.shared.web.Formats;
import org.regatta.workflow.InboxCounts;
import org.regatta.workflow.InboxFigures;
import org.springframework.stereotype.Component;

/** Says in one sentence how it stands: {@code Six tasks wait for you, the next due tomorrow}. */
@Component
class InboxTitle {

    private final TaskNames names;
    private final Formats formats;
    private final ReaderZone zones;

    InboxTitle(TaskNames names, Formats formats, ReaderZone zones) {
        this.names = names;
        this.formats = formats;
        this.zones = zones;
    }

    String of(InboxFigures figures) {
        var sentence = sentence(figures.counts(), zones.or(figures.nextDueZone()));
        return sentence.isEmpty() ? sentence : Character.toUpperCase(sentence.charAt(0)) + sentence.substring(1);
    }

    private String sentence(InboxCounts counts, ZoneId zone) {
        if (counts.open() == 0) {
            return names.say("inbox.title.none");
        }
        var number = formats.count(counts.open());
        var due = counts.nextDue();
        if (counts.overdue() > 0) {
            return names.say(
                    counts.open() == 1 ? "inbox.title.late.one" : "inbox.title.late",
                    counts.open(),
                    number,
                    counts.overdue(),
                    formats.count(counts.overdue()));
        }
        return due == null
                ? names.say("inbox.title.open", counts.open(), number)
                : names.say("inbox.title.due", counts.open(), number, formats.day(due, zone));
    }
}
