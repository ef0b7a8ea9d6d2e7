package org.regatta.projectfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regatta.projectfile.Crew.PDF;
import static org.regatta.projectfile.Crew.PLAN;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.Api;
import org.regatta.RegattaTest;
import org.regatta.TestStore;
import org.regatta.competition.Rounds;
import org.regatta.identity.Acting;
import org.regatta.shared.Ids;
import org.regatta.steering.Editions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What a team may do with the files of its project, over the REST API and the wire. */
@RegattaTest
class ProjectFilesIT {

    private static TestStore store;

    @Autowired
    private ApplicationContext context;

    private Crew crew;

    @BeforeAll
    static void aStore() {
        store = new TestStore();
    }

    @AfterAll
    static void noStore() {
        store.close();
    }

    @BeforeEach
    void aTeamWrites() {
        crew = new Crew(context);
    }

    @AfterEach
    void nobodyIsLeft() {
        Acting.asNobody();
    }

    @Test
    void takesReplacesGivesAndRemovesAFile() throws Exception {
        var first = crew.uploaded(PLAN);
        assertThat(crew.team.post(crew.file(first) + "/complete", "").status()).isEqualTo(200);
        assertThat(Crew.get(crew.link(crew.team, first))).isEqualTo(PDF);

        var second = crew.uploaded(
                PLAN.replace("}", ",'replacesId':'" + first + "'}").replace("Crew", "Better"));

        assertThat(crew.team.get(crew.files()).json().at("/items").findValuesAsText("name"))
                .containsExactly("Better plan.pdf");
        assertThat(crew.team.get(crew.file(first)).status()).isEqualTo(404);
        assertThat(crew.team.get(crew.file(second)).json().path("number").asInt())
                .isEqualTo(2);
        assertThat(crew.team.delete(crew.file(second)).status()).isEqualTo(204);
        assertThat(crew.team.delete(crew.file(second)).status()).isEqualTo(204);
        assertThat(crew.team.get(crew.files()).json().path("items")).isEmpty();
        assertThat(audited())
                .as("with the name beside the chain, where it can be erased")
                .containsExactly(
                        "projectfile.uploaded Crew plan.pdf",
                        "projectfile.checked Crew plan.pdf",
                        "projectfile.downloaded Crew plan.pdf",
                        "projectfile.uploaded Better plan.pdf",
                        "projectfile.removed Crew plan.pdf",
                        "projectfile.checked Better plan.pdf",
                        "projectfile.removed Better plan.pdf");
    }

    @Test
    void goesOnWithWhatWasBegunAndNamesWhatIsWrong() {
        var begun = crew.team.post(crew.files(), PLAN).json().path("id").asText();
        assertThat(crew.team.post(crew.files(), PLAN).json().path("id").asText())
                .isEqualTo(begun);
        assertThat(crew.team
                        .post(crew.file(begun) + "/complete", "")
                        .json()
                        .path("code")
                        .asText())
                .isEqualTo("uploadIncomplete");
        assertThat(crew.team.get(crew.file(begun) + "/link").json().path("code").asText())
                .isEqualTo("fileNotChecked");

        assertThat(crew.team.post(crew.files(), PLAN.replace(".pdf", ".html")).places())
                .containsExactly("name");
        assertThat(crew.team.post(crew.files(), PLAN.replace(".pdf", ".docx")).places())
                .containsExactly("name");
        assertThat(crew.team.post(crew.files(), PLAN.replace("Crew", "../Crew")).places())
                .containsExactly("name");
        assertThat(crew.team
                        .post(crew.files(), "{'type':'OTHER','name':'x.pdf','sizeBytes':524288001}")
                        .places())
                .containsExactly("sizeBytes");
        assertThat(crew.team
                        .post(crew.files(), "{'type':'OTHER','name':'x.exe','sizeBytes':0}")
                        .places())
                .containsExactly("name", "sizeBytes");
        assertThat(crew.team
                        .post(crew.files(), "{'type':'SECRET','name':'x.pdf','sizeBytes':1}")
                        .status())
                .isEqualTo(422);
        assertThat(crew.team
                        .post(crew.files(), PLAN.replace("}", ",'replacesId':'" + Ids.next() + "'}"))
                        .places())
                .containsExactly("replacesId");
    }

    @Test
    void asksForFilesAndTakesNoHandInWithoutThem() throws Exception {
        var admin = new Api(context, crew.scene.admin);
        var asked = "/rounds/" + crew.call + "/files-asked";
        assertThat(crew.team.put(asked, "{'files':[]}").status()).isEqualTo(403);
        assertThat(admin.put(asked, "{'files':[{'type':'VIDEO','required':true,'maxBytes':0}]}")
                        .status())
                .isEqualTo(422);
        assertThat(admin.put(
                                asked,
                                "{'files':[{'type':'PRESENTATION','required':true,'maxBytes':1000},"
                                        + "{'type':'VIDEO','required':false,'maxBytes':1000}]}")
                        .status())
                .isEqualTo(200);

        assertThat(crew.team
                        .post(crew.files(), PLAN.replace("PRESENTATION", "OTHER"))
                        .places())
                .containsExactly("type");
        assertThat(crew.team
                        .post(crew.files(), "{'type':'VIDEO','name':'x.mp4','sizeBytes':1001}")
                        .places())
                .containsExactly("sizeBytes");
        var refused = crew.handsIn();
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.places()).containsExactly("files.PRESENTATION");

        crew.refused();
        assertThat(crew.handsIn().places()).containsExactly("files.PRESENTATION");

        crew.uploaded(PLAN);
        assertThat(crew.handsIn().status()).isEqualTo(204);
    }

    @Test
    void asksForTheSameFilesInACopiedCompetition() {
        var asked = List.of(new AskedFile(FileType.VIDEO, true, 1_000), new AskedFile(FileType.OTHER, false, 2_000));
        crew.scene.bean(FilesAsked.class).ask(crew.call, asked);

        var copy = crew.scene.bean(Editions.class).copy(crew.scene.competitionId, "copy", "Copy", 364);

        var round = crew.scene.bean(Rounds.class).of(copy).getFirst();
        assertThat(crew.scene.bean(FilesAsked.class).of(round.id())).isEqualTo(asked);
    }

    @Test
    void letsATeamReplaceAfterHandingInOnlyWhatItsCheckRefused() throws Exception {
        var page = crew.refused();
        assertThat(letter(page))
                .contains("did not pass its check")
                .contains("http://localhost/projects/" + crew.project + "/write");
        var kept = crew.uploaded(PLAN);
        assertThat(crew.handsIn().status()).isEqualTo(204);

        assertThat(crew.team
                        .post(crew.files(), PLAN.replace("PRESENTATION", "OTHER"))
                        .status())
                .isEqualTo(409);
        assertThat(crew.team.delete(crew.file(page)).status()).isEqualTo(409);
        // neither another file of the type, nor one in place of one that is good
        assertThat(crew.team.post(crew.files(), PLAN).status()).isEqualTo(409);
        assertThat(crew.team
                        .post(crew.files(), PLAN.replace("}", ",'replacesId':'" + kept + "'}"))
                        .status())
                .isEqualTo(409);
        var good = crew.uploaded(PLAN.replace("}", ",'replacesId':'" + page + "'}"));

        assertThat(crew.team.get(crew.files()).json().at("/items").findValuesAsText("id"))
                .containsExactlyInAnyOrder(kept, good);
        assertThat(crew.team
                        .post(crew.files(), PLAN.replace("}", ",'replacesId':'" + page + "'}"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void takesNothingAfterTheCallHasClosed() throws Exception {
        var begun = crew.announced(PLAN);
        var asked = crew.team.get(crew.file(begun) + "/parts");
        assertThat(asked.status()).as(asked.text()).isEqualTo(200);
        var parts = asked.json().path("missing");
        Crew.put(parts.get(0).path("address").asText(), PDF);
        crew.sql("update round set closes_at = now() - interval '1 second' where id = ?", crew.call);

        assertThat(crew.team.post(crew.files(), PLAN).status()).isEqualTo(409);
        assertThat(crew.team.get(crew.file(begun) + "/parts").status()).isEqualTo(409);
        assertThat(crew.team.post(crew.file(begun) + "/complete", "").status()).isEqualTo(409);
        assertThat(crew.team.delete(crew.file(begun)).status()).isEqualTo(409);
        assertThat(crew.team.get(crew.files()).status()).isEqualTo(200);
    }

    @Test
    void goesOnWithoutTheStore() {
        store.stop();
        try {
            var begun = crew.announced(PLAN);
            var parts = crew.team.get(crew.file(begun) + "/parts");
            assertThat(parts.status()).isEqualTo(503);
            assertThat(parts.json().path("code").asText()).isEqualTo("storeUnreachable");
            assertThat(crew.team.get(crew.files()).json().at("/items/0/state").asText())
                    .isEqualTo("ANNOUNCED");
            assertThat(crew.handsIn().status()).isEqualTo(204);
        } finally {
            store.start();
        }
    }

    /** What whoever uploaded the file was written about it. */
    private String letter(String fileId) {
        return crew.scene.rows().sql("""
                        select letter.body from notification letter
                          join project_file file on file.added_by = letter.person_id
                         where file.file_id = cast(? as uuid) and letter.subject like '%refused%'""").param(fileId).query(String.class).single();
    }

    private List<String> audited() {
        return crew.scene
                .rows()
                .sql("""
                        select e.type || ' ' || (b.words::jsonb ->> 'fileName')
                          from audit_entry e join audit_personal b on b.entry_id = e.id
                         where e.details ->> 'projectId' = ? and e.type like 'projectfile.%' order by e.id""")
                .param(crew.project.toString())
                .query(String.class)
                .list();
    }
}
