package org.regatta.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The server's sentences in French; that none is missing is MessagesTest's to say. */
class SentencesTest {

    private static final Path FRENCH = Path.of("src", "main", "resources", "sentences_fr.txt");
    private static final Pattern GAP = Pattern.compile("\\{\\d}");

    private final Sentences sentences = Sentences.read("fr", quoted -> "«\u00a0" + quoted + "\u00a0»");

    @Test
    void fillsTheSameGapsAndSaysNothingTwice() throws IOException {
        var lines = Files.readAllLines(FRENCH).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        assertThat(lines.stream().filter(line -> !line.startsWith(" "))).doesNotHaveDuplicates();
        for (int at = 0; at < lines.size(); at += 2) {
            assertThat(lines.get(at)).doesNotStartWith(" ");
            assertThat(lines.get(at + 1)).as(lines.get(at)).startsWith("    ");
            assertThat(gaps(lines.get(at))).as(lines.get(at)).containsAll(gaps(lines.get(at + 1)));
        }
    }

    @Test
    void findsTheSentenceThatFitsClosest() {
        assertThat(sentences.say("The number \"12\" is taken.")).isEqualTo("Le numéro «\u00a012\u00a0» est déjà pris.");
        assertThat(sentences.say("The key \"a.b\" is taken.")).isEqualTo("La clé «\u00a0a.b\u00a0» est déjà prise.");
        assertThat(sentences.say("Round \"A is B\" is OPEN, not open.")).contains("«\u00a0A is B\u00a0»");
    }

    @Test
    void saysSentencesAndWordsWithinASentenceToo() {
        assertThat(sentences.say("The form is not complete yet: “Reason” is required."))
                .isEqualTo("Le formulaire n’est pas encore complet\u00a0: «\u00a0Motif\u00a0» est obligatoire.");
        assertThat(sentences.say("Give a number from 1 to 5 in steps of 0.5."))
                .isEqualTo("Donnez un nombre de 1 à 5 par pas de 0.5.");
        assertThat(sentences.say("There is no round \"Final\"."))
                .isEqualTo("Introuvable\u00a0: épreuve «\u00a0Final\u00a0».");
    }

    @Test
    void leavesAloneWhatSomebodyWrote() {
        assertThat(sentences.say("\"Reason\" is taken.")).isEqualTo("«\u00a0Reason\u00a0» est déjà pris.");
        assertThat(sentences.say("Nobody has translated this.")).isNull();
        assertThat(sentences.say("is taken. ".repeat(500))).isNull();
    }

    private static List<String> gaps(String sentence) {
        return GAP.matcher(sentence).results().map(MatchResult::group).toList();
    }
}
