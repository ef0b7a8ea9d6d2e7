package org.regatta.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regatta.shared.Finding;

class LetterTemplateTest {

    private static final Map<String, String> VALUES = Map.of("name", "Zoë $1 \\ {{left}}", "left", "6");

    @Test
    void fillsEachPlaceholderOnceAndTakesValuesAsTheyAre() {
        var template = new LetterTemplate("body", "Dear {{name}}, {{ left }} of {{left}} wait.");

        assertThat(template.findings(VALUES)).isEmpty();
        assertThat(template.filled(VALUES)).isEqualTo("Dear Zoë $1 \\ {{left}}, 6 of 6 wait.");
    }

    @Test
    void namesTheLineOfAPlaceholderNobodyKnows() {
        var findings = new LetterTemplate("body", "Dear {{name}},\n\nbest {{lefft}}").findings(VALUES);

        assertThat(findings)
                .containsExactly(new Finding(
                        "body:3", "Nothing is known for the placeholder {{lefft}}.", "Use one of {{left}}, {{name}}."));
    }

    @Test
    void findsAPlaceholderThatIsNotClosed() {
        assertThat(new LetterTemplate("subject", "Dear {{name").findings(VALUES))
                .extracting(Finding::message)
                .containsExactly("A placeholder is not closed.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{name.getClass}}",
                "{{name.length}}",
                "{{#name}}{{/name}}",
                "{{> other}}",
                "{{T(java.lang.Runtime)}}"
            })
    void knowsNoWayIntoObjects(String attack) {
        assertThat(new LetterTemplate("body", attack).findings(VALUES)).isNotEmpty();
        assertThat(new LetterTemplate("body", attack).filled(VALUES)).isEqualTo(attack);
    }

    @Test
    void answersAtOnceWhateverIsTyped() {
        for (var attack :
                new String[] {"{{" + " ".repeat(100_000) + "x", "{{".repeat(50_000), "{{ ".repeat(30_000) + "}}"}) {
            assertTimeoutPreemptively(Duration.ofSeconds(2), () -> new LetterTemplate("body", attack).findings(VALUES));
        }
    }
}
