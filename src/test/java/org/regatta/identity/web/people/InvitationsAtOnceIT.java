package org.regatta.identity.web.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.Api;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.Statements;
import org.regatta.identity.Acting;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.identity.invitation.Invitations;
import org.regatta.identity.invitation.InviteList;
import org.regatta.identity.invitation.InviteText;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Many invitations at once: as large a list as there may be, and as many lists as one person may send. */
@RegattaTest
class InvitationsAtOnceIT {

    private static final int MOST = 1_000;
    private static final int A_MINUTE = 60;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    @Autowired
    private Invitations invitations;

    private Scene scene;
    private UUID organiser;

    @BeforeEach
    void anOrganiser() {
        scene = new Scene(context);
        organiser = scene.person("organiser");
        people.grant(organiser, Role.PROGRAM_ADMIN, scene.programId, null);
        Acting.as(organiser);
    }

    /** A thousand letters would keep those of other tests waiting. */
    @AfterEach
    void nobodyAndNothingToBeMailed() {
        scene.rows().sql("""
                        delete from notification where person_id in
                               (select id from person where email like '%' || ? || '.example.org')""").param(scene.programId.toString()).update();
        Acting.asNobody();
    }

    @Test
    void sendAThousandWithAsManyStatementsAsTenButForWhatIsWrittenDownOfEach() {
        var few = Statements.of(() -> invitations.invite(list("few", 10)));
        var many = Statements.of(() -> invitations.invite(list("many", MOST)));

        assertThat(withoutEntries(many)).isEqualTo(withoutEntries(few)).hasSizeLessThan(40);
        assertThat(scene.rows()
                        .sql("""
                        select count(*) from person p
                          join role_grant g on g.person_id = p.id and g.role = 'JURY_MEMBER'
                          join invitation i on i.person_id = p.id and i.ended_at is null
                          join one_time_token t on t.person_id = p.id and t.expires_at > now()
                          join notification n on n.person_id = p.id and n.sealed_link > ''
                         where p.email like ?""")
                        .param("many.%" + scene.programId + ".example.org")
                        .query(Integer.class)
                        .single())
                .isEqualTo(MOST);
    }

    @Test
    void nameEachOfAThousandBrokenLinesAndReachNobody() {
        var file = IntStream.rangeClosed(1, MOST)
                .mapToObj(this::broken)
                .collect(Collectors.joining("\n", "mail,name\n", ""));
        var list = new InviteList(InviteText.read(file), Role.JURY_MEMBER, scene.programId, null, null);

        assertThatThrownBy(() -> invitations.invite(list))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        wrong -> assertThat(wrong.findings())
                                .extracting(Finding::place)
                                .containsExactlyElementsOf(IntStream.rangeClosed(2, MOST + 1)
                                        .mapToObj(line -> "line " + line)
                                        .toList()));
        assertThat(scene.rows()
                        .sql("select count(*) from person where email like ?")
                        .param("broken.%" + scene.programId + ".example.org")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Half of them with an address that could be invited. */
    private String broken(int line) {
        var address = "broken." + line + "@" + scene.programId + ".example.org";
        return switch (line % 6) {
            case 0 -> address + "," + "x".repeat(201);
            case 1 -> address + ",Ada\u202EShore";
            case 2 -> address + ",Ada\u0007Shore";
            case 3 -> address.replace("@", "@@") + ",Ada";
            case 4 -> address.replace("broken", "br\u043Eken") + ",Ada";
            default -> ",Ada";
        };
    }

    @Test
    void areRefusedAfterSixtyListsAMinute() {
        var api = new Api(context, organiser);
        var body = "{'role':'JURY_MEMBER','programId':'" + scene.programId + "','people':[{'email':'x'}]}";
        var statuses = new ArrayList<Integer>();
        for (int i = 0; i < A_MINUTE + 5; i++) {
            statuses.add(api.post("/invitations", body).status());
        }

        assertThat(statuses.subList(0, A_MINUTE)).containsOnly(422);
        assertThat(statuses).contains(429);
    }

    /** Entries of the audit log and sessions ended, a statement each for every person. */
    private static List<String> withoutEntries(List<String> statements) {
        return statements.stream()
                .filter(sql ->
                        !sql.contains("insert into audit_entry") && !sql.startsWith("delete from spring_session"))
                .collect(Collectors.toList());
    }

    private InviteList list(String mark, int howMany) {
        var lines = IntStream.rangeClosed(1, howMany)
                .mapToObj(line ->
                        new InviteList.Line(line, mark + "." + line + "@" + scene.programId + ".example.org", ""))
                .toList();
        return new InviteList(lines, Role.JURY_MEMBER, scene.programId, null, null);
    }
}
