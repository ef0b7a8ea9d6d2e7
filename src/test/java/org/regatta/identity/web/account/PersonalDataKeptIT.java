package org.regatta.identity.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.identity.Acting;
import org.regatta.identity.PersonalData;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whatever the database holds about a person is in the export of their data, or is named here with the reason why not. */
@RegattaTest
class PersonalDataKeptIT {

    private static final String ACT = "an act on something else: told among the person's acts in the part audit";
    private static final String WORTHLESS = "a hash of a secret, of no use to anybody but its check";

    /** By column that names a person: the list of the export, as part and list. */
    private static final Map<String, String> EXPORTED = Map.ofEntries(
            Map.entry("api_token.person_id", "account/tokens"),
            Map.entry("assignment.person_id", "jury/assignments"),
            Map.entry("conflict_of_interest.person_id", "jury/conflicts"),
            Map.entry("decision.approved_by", "deliberation/decisions"),
            Map.entry("decision.prepared_by", "deliberation/decisions"),
            Map.entry("erasure_request.person_id", "account/erasureRequests"),
            Map.entry("evaluation.reopened_by", "evaluation/reopened"),
            Map.entry("import_run.requested_by", "imports/imports"),
            Map.entry("invitation.person_id", "account/invitations"),
            Map.entry("juror.person_id", "jury/seats"),
            Map.entry("mailing.sent_by", "notification/mailings"),
            Map.entry("model_proposal.decided_by", "workflow/models"),
            Map.entry("model_proposal.proposed_by", "workflow/models"),
            Map.entry("notification.person_id", "notification/letters"),
            Map.entry("notification_choice.person_id", "notification/choices"),
            Map.entry("passkey.person_id", "account/passkeys"),
            Map.entry("private_note.person_id", "evaluation/notes"),
            Map.entry("project_file.added_by", "projectfile/files"),
            Map.entry("project_mentor.named_by", "project/mentorsNamed"),
            Map.entry("project_mentor.person_id", "project/mentored"),
            Map.entry("ranking.approved_by", "ranking/approvals"),
            Map.entry("role_grant.person_id", "account/roles"),
            Map.entry("role_request.decided_by", "account/roleRequests"),
            Map.entry("role_request.person_id", "account/roleRequests"),
            Map.entry("role_request.requested_by", "account/roleRequests"),
            Map.entry("saved_view.owner_id", "workflow/views"),
            Map.entry("second_factor.person_id", "account/secondFactor"),
            Map.entry("team_invitation.invited_by", "project/teamInvitationsSent"),
            Map.entry("team_invitation.person_id", "project/teamInvitations"),
            Map.entry("team_member.person_id", "project/teams"),
            Map.entry("view_as.actor_id", "account/viewsAs"),
            Map.entry("view_as.person_id", "account/seenAs"));

    /** By column that names a person: why the export does without. */
    private static final Map<String, String> LEFT_OUT = Map.ofEntries(
            Map.entry("conflict_of_interest.declared_by", ACT),
            Map.entry("decision_batch.person_id", ACT),
            Map.entry("decision_batch.undone_by", ACT),
            Map.entry(
                    "decision_batch_row.prepared_by",
                    "a decision as it was: its successor is in deliberation/decisions"),
            Map.entry("decision_release.set_by", ACT),
            Map.entry("erasure_request.decided_by", ACT),
            Map.entry("idempotency_key.person_id", "answers to the person's own requests, kept for a day"),
            Map.entry("invitation.invited_by", ACT),
            Map.entry("one_time_token.person_id", WORTHLESS),
            Map.entry("recovery_code.person_id", WORTHLESS),
            Map.entry("recusal.recorded_by", ACT),
            Map.entry("role_grant.granted_by", ACT),
            Map.entry("second_factor_rule.set_by", ACT));

    @Autowired
    private ApplicationContext context;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private List<PersonalData> parts;

    @AfterEach
    void nobody() {
        Acting.asNobody();
    }

    @Test
    void isExportedOrLeftOutForAReasonColumnByColumn() {
        var known = new TreeMap<>(EXPORTED);
        known.putAll(LEFT_OUT);

        assertThat(references()).containsExactlyElementsOf(known.keySet());
    }

    @Test
    void standsInTheListOfTheExportThatIsNamed() {
        var person = new Scene(context).person("anybody");
        var lists = parts.stream()
                .flatMap(part -> part.of(person).keySet().stream().map(list -> part.part() + "/" + list))
                .collect(Collectors.toSet());

        assertThat(lists).containsAll(EXPORTED.values());
        assertThat(lists).contains("account/person", "audit/acts", "sessions/sessions", "workflow/tasks");
    }

    /** Every column with a foreign key to a person. */
    private List<String> references() {
        return jdbc.sql("""
            select cast(c.conrelid as regclass) || '.' || a.attname
              from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
             where c.contype = 'f' and c.confrelid = cast('person' as regclass)
             order by cast(c.conrelid as regclass) || '.' || a.attname collate "C"\
            """).query(String.class).list();
    }
}
