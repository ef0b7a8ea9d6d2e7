package org.regatta.identity.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regatta.identity.invitation.InviteList.Line;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;

class InviteRulesTest {

    @Test
    void readsWhatPeoplePasteAndWhatSpreadsheetsWrite() {
        var expected = List.of(new Line(1, "ada@example.org", "Ada Shore"), new Line(3, "bo@example.org", ""));

        assertThat(InviteText.read("ada@example.org, Ada Shore\n\nbo@example.org\n"))
                .isEqualTo(expected);
        assertThat(InviteText.read("ada@example.org;Ada Shore\r\n\r\nbo@example.org"))
                .isEqualTo(expected);
        assertThat(InviteText.read("\uFEFFName\tE-Mail\n\"Shore, Ada\"\tada@example.org\n"))
                .containsExactly(new Line(2, "ada@example.org", "Shore, Ada"));
    }

    @Test
    void namesTheLineFromWhichATextIsNoTable() {
        assertThatThrownBy(() -> InviteText.read("ada@example.org, Ada\nbo@example.org,\"Bo"))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        wrong -> assertThat(wrong.findings())
                                .extracting(Finding::place)
                                .containsExactly("line 2"));
    }

    @Test
    void findsNothingWrongWithGoodPeople() {
        assertThat(InviteRules.findings(List.of(
                        new Line(1, "ada@example.org", "Ada"),
                        new Line(2, "bo+jury@example.org", "Bo Łódź"),
                        new Line(3, "o'neil_x@sub.example.org", ""))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "ada@",
                "@example.org",
                "ada@example",
                "ada@@example.org",
                "ada @example.org",
                "ada@example..org",
                "ada@example.org\u0000",
                "аda@example.org",
                "ada@exаmple.org",
                "ada@xn--exmple-4nf.org",
                "ada@erased.invalid",
                "<ada@example.org>",
                "ada@-example.org"
            })
    void refusesAddressesThatAreNoneOrOnlyLookLikeOne(String email) {
        assertThat(InviteRules.findings(List.of(new Line(7, email, "Ada"))))
                .extracting(Finding::place)
                .containsExactly("line 7");
    }

    @Test
    void findsThePersonWhoStandsThereTwice() {
        var findings = InviteRules.findings(List.of(
                new Line(1, "ada@example.org", "Ada"),
                new Line(2, "ADA@Example.org", "Ada again"),
                new Line(3, "ada+two@example.org", "Ada too")));

        assertThat(findings)
                .extracting(Finding::place, Finding::message)
                .containsExactly(
                        tuple("line 2", "This address stands in line 1 already."),
                        tuple("line 3", "This address reaches the same mailbox as that of line 1."));
    }

    @Test
    void refusesNamesWithSignsThatNobodySees() {
        assertThat(InviteRules.findings(List.of(
                        new Line(1, "ada@example.org", "Ada\u202Egro.elpmaxe"),
                        new Line(2, "bo@example.org", "x".repeat(201)))))
                .extracting(Finding::place)
                .containsExactly("line 1", "line 2");
    }

    @Test
    void namesEachOfAThousandBrokenLines() {
        var lines = IntStream.rangeClosed(1, 1_000)
                .mapToObj(at -> new Line(at, "broken" + at + "@", "Broken"))
                .toList();

        assertThat(InviteRules.findings(lines))
                .extracting(Finding::place)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 1_000)
                        .mapToObj(at -> "line " + at)
                        .toList());
    }

    @Test
    void refusesListsThatAreEmptyOrTooLong() {
        assertThat(InviteRules.findings(List.of())).extracting(Finding::message).containsExactly("Nobody is named.");
        assertThat(InviteRules.findings(IntStream.rangeClosed(1, 1_001)
                        .mapToObj(at -> new Line(at, "p" + at + "@example.org", ""))
                        .toList()))
                .extracting(Finding::place)
                .containsExactly("line 1001");
    }
}
