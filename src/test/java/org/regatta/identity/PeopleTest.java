package org.regatta.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regatta.TestDatabase;
import org.regatta.shared.Finding;
import org.regatta.shared.Ids;
import org.regatta.shared.InvalidInput;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;

class PeopleTest {

    private static final JdbcClient JDBC = TestDatabase.fresh().jdbc();

    private final PasswordEncoder passwords = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    private final People people =
            new People(JDBC, passwords, new Access(JDBC, List.of()), ignored -> {}, Clock.systemUTC());

    @Test
    void knowsOnePersonPerAddressWhateverItsCase() {
        var id = people.ensure(new NewPerson("Grace.Hopper@Example.org", "Grace Hopper"));

        assertThat(people.ensure(new NewPerson(" grace.hopper@example.ORG ", "Somebody else")))
                .isEqualTo(id);
        assertThat(people.ensure(new NewPerson("grace.hopper+jury@example.org", "Grace of the jury")))
                .as("an address of its own")
                .isNotEqualTo(id);
        assertThat(people.byIds(List.of(id, Ids.next())))
                .hasSize(1)
                .hasEntrySatisfying(id, person -> assertThat(person.name()).isEqualTo("Grace Hopper"));
    }

    @Test
    void makesThousandsKnownAtOnceAndKeepsTheirOrder() {
        var many = IntStream.range(0, 5_000)
                .mapToObj(i -> new NewPerson("Juror" + i + "@many.example", "Juror " + i))
                .toList();

        var ids = people.ensureAll(many);

        assertThat(ids.keySet())
                .containsExactlyElementsOf(many.stream()
                        .map(p -> p.email().toLowerCase(Locale.ROOT))
                        .toList());
        assertThat(ids.values()).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(people.ensureAll(many)).isEqualTo(ids);
    }

    @Test
    void namesEveryWrongAddressAndNameAndMakesNobodyKnown() {
        var wrong = List.of(
                new NewPerson("right@findings.example", "Right"),
                new NewPerson("no-at.example", "A"),
                new NewPerson("two@at@findings.example", "B"),
                new NewPerson("\u0430da@findings.example", "Cyrillic a"),
                new NewPerson("x".repeat(320) + "@findings.example", "Long"),
                new NewPerson("fine@findings.example", " "));

        assertThatThrownBy(() -> people.ensureAll(wrong))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        problem -> assertThat(problem.findings())
                                .extracting(Finding::place)
                                .containsExactly(
                                        "people[1].email",
                                        "people[2].email",
                                        "people[3].email",
                                        "people[4].email",
                                        "people[5].name"));
        assertThat(JDBC.sql("select count(*) from person where email like '%findings.example'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void grantsARoleOnce() {
        var id = people.ensure(new NewPerson("granted@example.org", "Granted"));
        var program = Ids.next();

        people.grant(id, Role.OBSERVER, program, null);
        people.grant(id, Role.OBSERVER, program, null);
        people.grant(id, Role.OBSERVER, null, null);

        assertThat(grantsOf(id)).isEqualTo(2);
    }

    @Test
    void givesARoleAgainThatHasEndedOrIsStillAhead() {
        var id = people.ensure(new NewPerson("again@example.org", "Again"));
        var program = Ids.next();
        for (var dates : List.of("valid_until = now() - interval '1 day'", "valid_from = now() + interval '9 days'")) {
            people.grant(id, Role.JURY_MEMBER, program, null);
            JDBC.sql("update role_grant set " + dates + " where person_id = :id")
                    .param("id", id)
                    .update();

            people.grant(id, Role.JURY_MEMBER, program, null);

            assertThat(JDBC.sql(
                                    "select valid_from is null and valid_until is null from role_grant where person_id = :id")
                            .param("id", id)
                            .query(Boolean.class)
                            .single())
                    .isTrue();
        }
    }

    @Test
    void storesPasswordsAsHashesOnly() {
        var id = people.ensure(new NewPerson("hash@example.org", "Hash"));
        people.setPassword(id, "correct horse battery");

        var stored = JDBC.sql("select password_hash from person where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
        assertThat(stored).startsWith("{bcrypt}").doesNotContain("horse");
        assertThat(passwords.matches("correct horse battery", stored)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "eleven char",
                "0123456789012345678901234567890123456789012345678901234567890123456789012",
                "ééééééééééééééééééééééééééééééééééééé"
            })
    void refusesPasswordsThatAreTooShortOrThatTheHashWouldCut(String password) {
        var id = people.ensure(new NewPerson("short@example.org", "Short"));

        assertThatThrownBy(() -> people.setPassword(id, password)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void refusesAPasswordForNobody() {
        assertThatThrownBy(() -> people.setPassword(Ids.next(), "correct horse battery"))
                .isInstanceOf(NotVisible.class);
    }

    private static long grantsOf(UUID id) {
        return JDBC.sql("select count(*) from role_grant where person_id = :id")
                .param("id", id)
                .query(Long.class)
                .single();
    }
}
