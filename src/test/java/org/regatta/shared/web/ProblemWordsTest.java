package org.regatta.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regatta.identity.NotVisible;
import org.regatta.project.IntakeClosed;
import org.regatta.project.ProjectEnded;
import org.regatta.project.ProjectStatus;
import org.regatta.shared.Finding;
import org.springframework.context.i18n.LocaleContextHolder;

/** Problems in the reader's language: English is what the code says, French what {@code sentences_fr.txt} says of it. */
class ProblemWordsTest {

    private final ProblemWords words = new ProblemWords();

    @AfterEach
    void noLanguageIsLeft() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void saysInEnglishWhatTheCodeSays() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);

        assertThat(words.of(new IntakeClosed()).detail()).isEqualTo(new IntakeClosed().getMessage());
    }

    @Test
    void saysInFrenchWithTheValuesInTheirPlaces() {
        LocaleContextHolder.setLocale(Locale.FRENCH);

        assertThat(words.of(new NotVisible()).detail()).startsWith("Il n’y a rien ici");
        assertThat(words.of(new ProjectEnded("TP26-014", ProjectStatus.WITHDRAWN))
                        .detail())
                .isEqualTo("Le projet TP26-014 est retiré\u202f; cela n’est plus possible.");
        assertThat(words.findings(List.of(new Finding("note", "“Note” is required.", "Give an answer."))))
                .containsExactly(new Finding("note", "«\u00a0Note\u00a0» est obligatoire.", "Donnez une réponse."));
    }

    @Test
    void leavesASentenceItDoesNotKnowInEnglishAndSaysSo() {
        LocaleContextHolder.setLocale(Locale.FRENCH);

        assertThat(words.sentence("Nobody has translated this.")).isEqualTo("Nobody has translated this.");
        assertThat(words.speaks("Nobody has translated this.")).isFalse();
    }
}
