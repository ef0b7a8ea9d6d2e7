package org.regatta.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class IsolatingMessagesTest {

    private final IsolatingMessages messages = new IsolatingMessages();

    @Test
    void keepsATitleThatRunsTheOtherWayApartFromItsSentence() {
        var title = "سجل أعشاب البحر";

        assertThat(messages.getMessage("evaluate.title", new Object[] {title}, Locale.ENGLISH))
                .contains("\u2068" + title + "\u2069");
    }

    @Test
    void putsNothingAroundWhatRunsAlong() {
        assertThat(messages.getMessage("evaluate.title", new Object[] {"海草台帳 & Kelp"}, Locale.FRENCH))
                .contains("海草台帳 & Kelp")
                .doesNotContain("\u2068");
    }
}
