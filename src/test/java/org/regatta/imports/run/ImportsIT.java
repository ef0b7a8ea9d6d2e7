package org.regatta.imports.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.identity.Acting;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.imports.ImportEnded;
import org.regatta.imports.ImportFile;
import org.regatta.imports.ImportNotFound;
import org.regatta.imports.ImportState;
import org.regatta.imports.ImportView;
import org.regatta.imports.Imports;
import org.regatta.imports.NewImport;
import org.regatta.imports.ShippedBundles;
import org.regatta.imports.bundle.Bundles;
import org.regatta.imports.text.RawFile;
import org.regatta.shared.Finding;
import org.regatta.shared.PageRequest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@RegattaTest
class ImportsIT {

    private static final PageRequest FIRST = new PageRequest(0, 200);

    @Autowired
    private Imports imports;

    @Autowired
    private ShippedBundles shipped;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient jdbc;

    private UUID admin;

    @BeforeEach
    void actsAsAnAdministrator() {
        admin = people.ensure(new NewPerson("imports-admin@regatta.test", "Administrator"));
        people.grant(admin, Role.SUPER_ADMIN, null, null);
        Acting.as(admin);
    }

    @AfterEach
    void actsAsNobody() {
        Acting.asNobody();
    }

    @Test
    void bringsTheWholeChopinCompetitionInAndRefusesItASecondTime() {
        var done = ended(imports.submit(new NewImport(null, false, shipped.files("chopin-2025"))));

        assertThat(imports.findings(done.id(), FIRST).items()).isEmpty();
        assertThat(done.state()).isEqualTo(ImportState.APPLIED);
        assertThat(done.summary().projects()).isEqualTo(84);
        assertThat(count("round", done.competitionId())).isEqualTo(9);
        assertThat(count("project", done.competitionId())).isEqualTo(84);
        assertThat(count("scoring_policy", done.competitionId())).isEqualTo(4);
        assertThat(count("imported_score", done.competitionId())).isEqualTo(2_575);
        assertThat(number(
                        "select count(*) from juror j join jury y on y.id = j.jury_id where y.competition_id = ?",
                        done.competitionId()))
                .isEqualTo(17);
        assertThat(number(
                        "select count(*) from recusal r join project p on p.id = r.project_id where p.competition_id = ?",
                        done.competitionId()))
                .isEqualTo(33);
        assertThat(number(
                        "select count(*) from role_grant where role = 'JURY_MEMBER' and competition_id = ?",
                        done.competitionId()))
                .isEqualTo(17);

        var again = ended(imports.submit(new NewImport(null, false, shipped.files("chopin-2025"))));
        assertThat(again.state()).isEqualTo(ImportState.REFUSED);
        assertThat(imports.findings(again.id(), FIRST).items())
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .contains("has a competition \"chopin-2025\" already");
    }

    @Test
    void bringsTheRegionalPrizeIn() {
        var done = ended(imports.submit(new NewImport(null, false, shipped.files("regional-innovation-prize"))));

        assertThat(imports.findings(done.id(), FIRST).items()).isEmpty();
        assertThat(done.state()).isEqualTo(ImportState.APPLIED);
        assertThat(done.summary().juries()).isEqualTo(2);
    }

    @Test
    void bringsTheRuleForThirdReaders() {
        var bundle = small("rule").with("competition.yaml", "rubric: both", "rubric: both\n    discrepancyPercent: 40");
        var done = ended(imports.submit(new NewImport(null, false, files(bundle))));

        assertThat(jdbc.sql("""
                        select d.limit_percent from discrepancy_rule d join round r on r.id = d.round_id
                        where r.competition_id = ? and r.key = 'first'""")
                        .param(done.competitionId())
                        .query(Integer.class)
                        .list())
                .containsExactly(40);
    }

    @Test
    void triesADryRunToTheEndAndWritesNothing() {
        var done = ended(imports.submit(new NewImport(null, true, files(small("dry")))));

        assertThat(imports.findings(done.id(), FIRST).items()).isEmpty();
        assertThat(done.state()).isEqualTo(ImportState.VALID);
        assertThat(done.competitionId()).isNull();
        assertThat(programs("dry")).isZero();
        assertThatThrownBy(() -> imports.cancel(done.id())).isInstanceOf(ImportEnded.class);
    }

    @Test
    void listsWhatIsWrongAndWritesNothing() {
        var wrong =
                small("wrong").with("projects.csv", "2,Two,music", "2,,music").with("recusals.csv", "1,A", "9,A");
        var done = ended(imports.submit(new NewImport(null, false, files(wrong))));

        assertThat(done.state()).isEqualTo(ImportState.REFUSED);
        assertThat(done.findingsTotal()).isEqualTo(2);
        assertThat(imports.findings(done.id(), FIRST).items())
                .extracting(Finding::place)
                .containsExactly("projects.csv:3:2", "recusals.csv:2:1");
        assertThat(programs("wrong")).isZero();
    }

    @Test
    void addsProjectsToACompetitionThatIsThere() {
        var competition = ended(imports.submit(new NewImport(null, false, files(small("more")))))
                .competitionId();
        var more = files(List.of(
                raw("projects.csv", "number,title,members\n4,Four,Ada <ada@more.test>; bo@more.test\n"),
                raw("recusals.csv", "project,juror\n4,B\n")));
        var done = ended(imports.submit(new NewImport(competition, false, more)));

        assertThat(imports.findings(done.id(), FIRST).items()).isEmpty();
        assertThat(count("project", competition)).isEqualTo(4);
        assertThat(number(
                        "select count(*) from team_member m join team t on t.id = m.team_id where t.competition_id = ?",
                        competition))
                .isEqualTo(2);

        var again = ended(imports.submit(new NewImport(competition, false, more)));
        assertThat(imports.findings(again.id(), FIRST).items().getFirst().message())
                .contains("has a project \"4\" already");
        assertThat(count("project", competition)).isEqualTo(4);
    }

    @Test
    void bringsTenThousandProjectsIn() {
        var rows = new StringBuilder("number,title,summary,category,country,team\n");
        for (int i = 1; i <= 10_000; i++) {
            rows.append("P")
                    .append(i)
                    .append(",Project ")
                    .append(i)
                    .append(",\"What it does, at some length: ")
                    .append("lorem ipsum dolor sit amet ".repeat(8))
                    .append("\",music,PL,Team ")
                    .append(i)
                    .append('\n');
        }
        var big = small("big")
                .file("projects.csv", rows.toString())
                .without("recusals.csv")
                .without("scores.csv");
        var done = ended(imports.submit(new NewImport(null, false, files(big))));

        assertThat(done.state()).isEqualTo(ImportState.APPLIED);
        assertThat(done.rowsDone()).isEqualTo(10_000);
        assertThat(count("project", done.competitionId())).isEqualTo(10_000);
    }

    @Test
    void letsAProgramAdminImportOnlyIntoTheOwnProgramAndOnlyLowerRoles() {
        var own = ended(imports.submit(new NewImport(null, false, files(small("own")))))
                .programId();
        ended(imports.submit(new NewImport(null, false, files(small("foreign")))));
        var boss = people.ensure(new NewPerson("boss@own.test", "Boss"));
        people.grant(boss, Role.PROGRAM_ADMIN, own, null);
        Acting.as(boss);

        for (var program : List.of("foreign", "brand-new")) {
            var refused = ended(imports.submit(new NewImport(
                    null, false, files(small(program).with("competition.yaml", "key: small", "key: other")))));
            assertThat(imports.findings(refused.id(), FIRST).items())
                    .singleElement()
                    .extracting(Finding::message)
                    .isEqualTo("You may not import into the program \"" + program + "\".");
        }
        var second = small("own").with("competition.yaml", "key: small", "key: second");
        assertThat(ended(imports.submit(new NewImport(null, false, files(second))))
                        .state())
                .isEqualTo(ImportState.APPLIED);
        var greedy = small("own")
                .with("competition.yaml", "key: small", "key: third")
                .with("competition.yaml", "role: OBSERVER", "role: PROGRAM_ADMIN");
        var refused = ended(imports.submit(new NewImport(null, false, files(greedy))));
        assertThat(imports.findings(refused.id(), FIRST).items())
                .singleElement()
                .satisfies(one -> assertThat(one.message()).contains("roles below your own"));
    }

    @Test
    void showsAnImportOnlyToThoseItConcerns() {
        var done = ended(imports.submit(new NewImport(null, true, files(small("secret")))));
        var stranger = people.ensure(new NewPerson("stranger@imports.test", "Stranger"));
        Acting.as(stranger);

        assertThatThrownBy(() -> imports.get(done.id())).isInstanceOf(ImportNotFound.class);
        assertThatThrownBy(() -> imports.cancel(done.id())).isInstanceOf(ImportNotFound.class);
        assertThatThrownBy(() -> imports.list(FIRST)).isInstanceOf(ActionForbidden.class);
        assertThatThrownBy(() -> imports.submit(new NewImport(null, true, files(small("secret")))))
                .isInstanceOf(ActionForbidden.class);
    }

    private ImportView ended(UUID importId) {
        return await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .pollInSameThread()
                .until(() -> imports.get(importId), view -> view.state().ended());
    }

    private static Bundles small(String program) {
        return Bundles.small().with("competition.yaml", "{key: tests, name: Tests}", "{key: " + program + ", name: T}");
    }

    private static List<ImportFile> files(Bundles bundle) {
        return files(bundle.files());
    }

    private static List<ImportFile> files(List<RawFile> files) {
        return files.stream()
                .map(file -> new ImportFile(file.name(), () -> new ByteArrayInputStream(file.bytes())))
                .toList();
    }

    private static RawFile raw(String name, String content) {
        return new RawFile(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private long programs(String key) {
        return number("select count(*) from program where key = ?", key);
    }

    private long count(String table, UUID competitionId) {
        return number("select count(*) from " + table + " where competition_id = ?", competitionId);
    }

    private long number(String sql, Object parameter) {
        return jdbc.sql(sql).param(parameter).query(Long.class).single();
    }
}
