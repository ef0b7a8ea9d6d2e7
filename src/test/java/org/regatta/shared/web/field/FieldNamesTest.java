package org.regatta.shared.web.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Fields by the words of their labels. */
class FieldNamesTest {

    private final ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    private final FieldNames names = new FieldNames(messages);

    @BeforeEach
    void readsEnglish() {
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void noLanguageIsLeft() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void saysTheLabelOfAField() {
        assertThat(names.of("name")).isEqualTo("Name");
        assertThat(names.of("policy.advance.count")).isEqualTo("How many");
        assertThat(names.of("size.PRESENTATION")).isEqualTo("Presentation");
    }

    @Test
    void saysWhichOfSeveralRowsIsMeant() {
        assertThat(names.of("criteria[1].max")).isEqualTo("Criterion 2 · To");
        assertThat(names.of("criteria[0].kind")).isEqualTo("Criterion 1 · Answer");
        assertThat(names.of("line 12")).isEqualTo("Line 12");
    }

    @Test
    void saysItInTheReadersLanguage() {
        LocaleContextHolder.setLocale(Locale.FRENCH);

        assertThat(names.of("criteria[1].max")).isEqualTo("Critère 2 · À");
        assertThat(names.of("line 12")).isEqualTo("Ligne 12");
    }

    @Test
    void leavesPlacesInDocumentsAsTheyAre() {
        assertThat(names.of("projects.csv:12:3")).isNull();
        assertThat(names.of("scores.technique")).isNull();
        assertThat(names.of("")).isNull();
    }
}
