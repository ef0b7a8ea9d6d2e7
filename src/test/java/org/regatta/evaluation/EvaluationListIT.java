package org.regatta.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.Statements;
import org.regatta.audit.AuditExports;
import org.regatta.audit.AuditLog;
import org.regatta.audit.AuditQuery;
import org.regatta.identity.Acting;
import org.regatta.identity.ActionForbidden;
import org.regatta.identity.NotVisible;
import org.regatta.identity.Role;
import org.regatta.rubric.ScoreValue;
import org.regatta.shared.Page;
import org.regatta.shared.PageRequest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who reads which evaluations: two projects, two jurors; of the second project only the first juror has handed in. */
@RegattaTest
class EvaluationListIT {

    @Autowired
    private Evaluations evaluations;

    @Autowired
    private AuditLog log;

    @Autowired
    private AuditExports exports;

    @Autowired
    private JdbcClient database;

    private Edition edition;
    private UUID first;
    private UUID second;
    private UUID one;
    private UUID two;

    @BeforeEach
    void jurorsHaveWritten() {
        edition = Edition.open(database);
        first = edition.juror();
        second = edition.juror();
        one = edition.project();
        two = edition.project();
        hand(edition.assign(one, first), first, "11");
        hand(edition.assign(one, second), second, "12");
        hand(edition.assign(two, first), first, "21");
        var draft = edition.assign(two, second);
        Acting.as(second);
        evaluations.saveDraft(draft, Map.of("points", ScoreValue.of("22")), "not yet", 0);
    }

    @AfterEach
    void nobodyIsLeft() {
        Acting.asNobody();
    }

    @Test
    void showsAdministratorsProgressFirstAndScoresAfterClose() {
        Acting.as(edition.person(Role.PROGRAM_ADMIN));

        assertThat(all()).hasSize(4).allMatch(EvaluationView::contentWithheld);
        assertThat(all())
                .allMatch(row -> row.total() == null
                        && row.scores().isEmpty()
                        && row.comment().isEmpty());
        assertThat(all()).extracting(EvaluationView::state).contains(EvaluationState.DRAFT, EvaluationState.SUBMITTED);

        edition.status("CLOSED");
        assertThat(totals()).containsExactly("11", "12", "21", null);
        assertThat(all())
                .filteredOn(row -> row.state() == EvaluationState.DRAFT)
                .singleElement()
                .satisfies(draft -> {
                    assertThat(draft.contentWithheld()).isTrue();
                    assertThat(draft.comment()).isEmpty();
                });
    }

    @Test
    void showsScoresOfAnOpenRoundToTheSuperAdministratorOnly() {
        Acting.as(edition.person(Role.SUPER_ADMIN));
        assertThat(totals()).containsExactly("11", "12", "21", null);
    }

    @Test
    void showsObserversWhatWasHandedInAfterClose() {
        Acting.as(edition.person(Role.OBSERVER));
        assertThatThrownBy(this::all).isInstanceOf(ActionForbidden.class);

        edition.status("CLOSED");
        assertThat(totals()).containsExactly("11", "12", "21");
    }

    @Test
    void showsJurorsTheOthersInDeliberationWhereTheyScoredThemselves() {
        Acting.as(second);
        assertThatThrownBy(this::all).isInstanceOf(ActionForbidden.class);
        edition.status("CLOSED");
        assertThatThrownBy(this::all).isInstanceOf(ActionForbidden.class);
        edition.deliberation("OPEN");

        assertThat(totals()).containsExactly("11", "12");
        Acting.as(first);
        assertThat(totals()).containsExactly("11", "12", "21");
        edition.conflict(one, first);
        assertThat(totals()).containsExactly("21");
        edition.project(first);
        assertThatThrownBy(this::all).isInstanceOf(ActionForbidden.class);
    }

    @Test
    void leavesOutProjectsInConflictForAdministratorsToo() {
        var admin = edition.person(Role.SUPER_ADMIN);
        edition.conflict(one, admin);
        Acting.as(admin);

        assertThat(totals()).containsExactly("21", null);
        assertThat(page(0, 50).total()).isEqualTo(2);
        assertThat(database.sql("""
                        select details ->> 'kind' || ' ' || (details ->> 'rows') from audit_entry
                         where type = 'identity.personalDataRead' and actor_id = ?""").param(admin).query(String.class).list())
                .as("who read them is written down")
                .containsExactly("evaluations 2", "evaluations 2");
    }

    @Test
    void tellsInTheLogWhatWasHandedInToThoseWhoMayReadIt() throws Exception {
        var admin = edition.person(Role.PROGRAM_ADMIN);
        var observer = edition.person(Role.OBSERVER);

        assertThat(told(admin)).hasSize(3).allMatch(JsonNode::isMissingNode);
        assertThat(told(observer)).hasSize(3).allMatch(JsonNode::isMissingNode);
        assertThat(bundle(observer)).contains("withheld").doesNotContain("for 21", "scores.points");
        assertThat(told(edition.person(Role.SUPER_ADMIN)))
                .extracting(JsonNode::toString)
                .first()
                .isEqualTo("{\"state\":{\"after\":\"SUBMITTED\"},\"total\":{\"after\":21},"
                        + "\"scores.points\":{\"after\":21},\"comment\":{\"after\":\"for 21\"}}");
        assertThat(told(second))
                .as("one's own")
                .singleElement()
                .satisfies(own ->
                        assertThat(own.path("comment").path("after").asText()).isEqualTo("for 12"));

        edition.status("CLOSED");
        assertThat(told(admin)).allMatch(changes -> changes.has("comment") && changes.has("scores.points"));
        assertThat(told(observer)).allMatch(changes -> changes.has("comment") && changes.has("scores.points"));
        edition.blind();
        assertThat(told(observer))
                .as("texts could tell who wrote them")
                .allMatch(changes -> !changes.has("comment") && changes.has("scores.points"));
        edition.conflict(two, admin);
        assertThat(told(admin)).hasSize(2);
    }

    @Test
    void isNotThereForStrangers() {
        Acting.as(edition.person());
        assertThatThrownBy(this::all).isInstanceOf(NotVisible.class);
        Acting.as(Edition.open(database).person(Role.PROGRAM_ADMIN));
        assertThatThrownBy(this::all).isInstanceOf(NotVisible.class);
        assertThatThrownBy(() -> evaluations.of(UUID.randomUUID(), new PageRequest(0, 50)))
                .isInstanceOf(NotVisible.class);
    }

    @Test
    void sendsTheSameStatementsForTenAndForTwoHundredRows() {
        for (int i = 0; i < 100; i++) {
            var project = edition.project();
            hand(edition.assign(project, first), first, "14");
            hand(edition.assign(project, second), second, "15");
        }
        Acting.as(edition.person(Role.PROGRAM_ADMIN));

        var ten = Statements.of(() -> assertThat(page(0, 10).items()).hasSize(10));
        var twoHundred = Statements.of(() -> assertThat(page(0, 200).items()).hasSize(200));

        assertThat(ten).isNotEmpty().hasSameSizeAs(twoHundred);
    }

    private void hand(UUID assignment, UUID juror, String points) {
        Acting.as(juror);
        evaluations.submit(assignment, Map.of("points", ScoreValue.of(points)), "for " + points);
    }

    /** What entries say was handed in, the latest first. */
    private List<JsonNode> told(UUID reader) {
        Acting.as(reader);
        return log
                .search(
                        new AuditQuery(null, null, "evaluation.submitted", edition.competitionId(), null, null),
                        null,
                        50)
                .stream()
                .map(entry -> entry.details().path("changes"))
                .toList();
    }

    private String bundle(UUID reader) throws IOException {
        Acting.as(reader);
        var bytes = new ByteArrayOutputStream();
        exports.writeBundle(bytes);
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            while (!zip.getNextEntry().getName().equals("entries.txt")) {
                zip.closeEntry();
            }
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private List<EvaluationView> all() {
        return page(0, 50).items();
    }

    private Page<EvaluationView> page(int number, int size) {
        return evaluations.of(edition.roundId(), new PageRequest(number, size));
    }

    private List<String> totals() {
        var totals = new ArrayList<String>();
        all().forEach(row -> totals.add(row.total() == null ? null : row.total().toPlainString()));
        return totals;
    }
}
