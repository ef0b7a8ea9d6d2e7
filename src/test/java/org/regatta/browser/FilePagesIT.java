package org.regatta.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regatta.browser.OpenCall.PASSWORD;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.TestStore;
import org.regatta.file.FileFormat;
import org.regatta.file.FileState;
import org.regatta.file.NewFile;
import org.regatta.file.Samples;
import org.regatta.file.StoredFiles;
import org.regatta.file.Transfers;
import org.regatta.identity.Acting;
import org.regatta.identity.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Files on the pages of organiser, team and juror, sent and fetched by a real browser. */
@RegattaTest
class FilePagesIT {

    private static final String PDF_TYPE = "application/pdf";
    private static TestStore store;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @BeforeAll
    static void aStore() {
        store = new TestStore();
    }

    @AfterAll
    static void noStore() {
        store.close();
    }

    @AfterEach
    void nobodyIsLeft() {
        Acting.asNobody();
    }

    @Test
    void bringsALargeFileOverABrokenConnectionAndThenHandsInByKeyboardAlone() {
        var open = new OpenCall(context);
        asksForAPresentation(open);
        var project = open.draft("Seagrass Ledger", open.applicant("files@team.example"));
        try (var visitor = visitor().signIn("files@team.example", PASSWORD).open("/projects/" + project)) {
            var page = visitor.page();
            var keys = new Keyboard(page);
            keys.press("a:has-text('Hand in…')");
            keys.go("dialog button:has-text('Hand in the project')");
            assertThat(page.textContent("[role=alert]")).contains("was not handed in");
            assertThat(page.textContent("section[aria-labelledby=project-files]"))
                    .contains("missing: Presentation");
            keys.go("a:has-text('Add and change files')");

            refusesWhatIsNoPresentation(visitor, keys);

            var cut = new AtomicInteger();
            page.route(address -> address.contains("partNumber=2"), route -> {
                if (cut.getAndIncrement() == 0) {
                    route.abort();
                } else {
                    route.resume();
                }
            });
            keys.give("#PRESENTATION-file", new FilePayload("slides.pdf", PDF_TYPE, Samples.pdf((8 << 20) + 5_000)));
            page.waitForSelector("#PRESENTATION [data-status]:has-text('we try again')");
            page.waitForSelector("#PRESENTATION [data-list] a:has-text('slides.pdf')");
            assertThat(cut).hasValueGreaterThan(1);
            assertThat(page.textContent("#PRESENTATION [data-required]")).contains("required, there");
            assertThat(page.textContent("#PRESENTATION [data-status]")).contains("uploaded and checked");

            keys.go("a:has-text('Back to the project')");
            keys.press("a:has-text('Hand in…')");
            keys.go("dialog button:has-text('Hand in the project')");
            assertThat(page.textContent("[role=status]")).contains("Your project is handed in");
        }
    }

    @Test
    void goesOnByThumbWithAFileWhenItsSenderHasSignedInAgain() {
        var open = new OpenCall(context);
        asksForAPresentation(open);
        var email = "expired@team.example";
        var project = open.draft("Seagrass Ledger", open.applicant(email));
        try (var visitor = Visitor.onAPhone(Chromium.running(), "http://localhost:" + port)
                .signIn(email, PASSWORD)
                .open("/projects/" + project + "/files")) {
            var page = visitor.page();
            var thumb = new Thumb(page);
            page.context().clearCookies();
            thumb.give("#PRESENTATION-file", new FilePayload("slides.pdf", PDF_TYPE, Samples.pdf()));
            page.waitForSelector("[data-expired]:not([hidden])");
            visitor.judge("files-expired");

            var other = page.waitForPopup(() -> thumb.press("[data-expired] a"));
            var there = new Thumb(other);
            there.type("#username", email);
            there.type("#password", PASSWORD);
            there.press("form[data-way=password] button");
            page.waitForSelector("#PRESENTATION [data-list] a:has-text('slides.pdf')");
            assertThat(page.isVisible("[data-expired]")).isFalse();
        }
    }

    private static void refusesWhatIsNoPresentation(Visitor visitor, Hands hands) {
        var page = visitor.page();
        hands.give("#PRESENTATION-file", new FilePayload("run.exe", "application/x-msdownload", new byte[9]));
        assertThat(page.textContent("#PRESENTATION-says")).contains("ending is not taken");
        hands.give("#PRESENTATION-file", new FilePayload("page.pdf", PDF_TYPE, Samples.html()));
        page.waitForSelector("#PRESENTATION [data-list] .rg-bad:has-text('of no format')");
        assertThat(page.isVisible("#PRESENTATION progress")).as("a full bar").isFalse();
        visitor.judge("files-refused");
    }

    private void asksForAPresentation(OpenCall open) {
        Acting.as(open.scene.admin);
        context.getBean(People.class).setPassword(open.scene.admin, PASSWORD);
        var email = open.scene
                .rows()
                .sql("select email from person where id = ?")
                .param(open.scene.admin)
                .query(String.class)
                .single();
        try (var visitor =
                visitor().signIn(email, PASSWORD).open("/competitions/" + open.scene.competitionId + "/setup/rounds")) {
            var page = visitor.page();
            page.click("a:has-text('Files: any')");
            page.check("input[name=asked][value=PRESENTATION]");
            page.check("input[name=required][value=PRESENTATION]");
            page.fill("#size-PRESENTATION", "lots");
            page.click("main button[type=submit]");
            assertThat(page.textContent("[role=alert]")).contains("no number of megabytes");
            assertThat(page.isChecked("input[name=required][value=PRESENTATION]"))
                    .isTrue();
            page.fill("#size-PRESENTATION", "20");
            page.click("main button[type=submit]");
            assertThat(page.textContent("[role=status]")).contains("Teams see it at once");
            visitor.judge("files-asked");
            visitor.open("/competitions/" + open.scene.competitionId + "/setup/preview");
            assertThat(page.textContent("section[aria-labelledby=applicants]"))
                    .contains("Title", "Team", "Summary", "Category", "Country")
                    .contains("Presentation", "required", "PDF", "up to 20 MB", " · in ");
            PlaywrightAssertions.assertThat(
                            page.locator("section[aria-labelledby=applicants] :is(input, textarea):enabled"))
                    .hasCount(0);
            visitor.judge("setup-preview-call");
        }
    }

    @Test
    void letsTheJurorFetchTheFilesBesideTheRubric() throws Exception {
        var room = new JuryRoom(context, port, 1);
        aFileOf(room);
        try (var visitor = room.at(0)) {
            var link = visitor.page().locator("section[aria-labelledby=project-files] a");
            assertThat(link.textContent()).isEqualTo("slides.pdf");

            var answer = visitor.page().request().get("http://localhost:" + port + link.getAttribute("href"));

            assertThat(answer.headers().get("content-disposition")).startsWith("attachment; filename=\"slides.pdf\"");
            assertThat(answer.body()).isEqualTo(Samples.pdf());
        }
    }

    private void aFileOf(JuryRoom room) throws IOException, InterruptedException {
        var files = context.getBean(StoredFiles.class);
        var transfers = context.getBean(Transfers.class);
        var content = Samples.pdf();
        UUID id = files.announce(new NewFile("slides.pdf", content.length, EnumSet.of(FileFormat.PDF), Long.MAX_VALUE));
        var part = transfers.missing(id).missing().getFirst();
        var request = HttpRequest.newBuilder(part.address())
                .PUT(BodyPublishers.ofByteArray(content))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            http.send(request, BodyHandlers.discarding());
        }
        transfers.assemble(id);
        files.uploaded(id);
        room.run(
                "insert into project_file (file_id, project_id, type, number, added_by) values (?, ?, 'PRESENTATION', 1, ?)",
                id,
                room.projects.getFirst(),
                room.juror);
        Awaitility.await("the check")
                .atMost(Duration.ofSeconds(20))
                .until(() -> files.byIds(List.of(id)).get(id).state() == FileState.CHECKED);
    }

    private Visitor visitor() {
        return new Visitor(Chromium.running(), "http://localhost:" + port, Locale.ENGLISH);
    }
}
