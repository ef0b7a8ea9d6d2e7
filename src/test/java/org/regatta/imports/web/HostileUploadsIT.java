package org.regatta.imports.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.identity.Browser;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.imports.bundle.Bundles;
import org.regatta.imports.run.Zips;
import org.regatta.imports.text.RawFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files that nobody should upload, through the page's own form: a clear message, and nothing of them stays. */
@RegattaTest
class HostileUploadsIT {

    private static final String PASSWORD = "correct horse battery";
    private static final String BOUNDARY = "regatta-page";

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Autowired
    private JdbcClient rows;

    private final String key = "hostile-" + UUID.randomUUID().toString().substring(24);
    private Browser browser;
    private String dryRun = "false";

    @BeforeEach
    void anAdministratorIsAtThePage() throws Exception {
        var email = key + "@example.org";
        var admin = people.ensure(new NewPerson(email, "Administrator"));
        people.setPassword(admin, PASSWORD);
        people.grant(admin, Role.SUPER_ADMIN, null, null);
        browser = new Browser(port);
        browser.signIn(email, PASSWORD);
    }

    @AfterEach
    void nothingWasWritten() {
        assertThat(rows.sql("select count(*) from competition where key = ?")
                        .param(key)
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void saysThatAHundredMegabytesAreTooMuch() throws Exception {
        var answer = browser.upload(
                "/imports",
                BOUNDARY,
                form(file("projects.csv", BodyPublishers.ofByteArrays(Collections.nCopies(100, new byte[1 << 20])))));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("<html", "This is too large", "Nothing was saved.", "send a smaller file");
        assertThat(rows.sql(
                                "select count(*) from import_run where requested_by = (select id from person where email = ?)")
                        .param(key + "@example.org")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void namesTheFileAndThePlaceThatIsNotUtf8() throws Exception {
        var bundle = bundle().with("projects.csv", "Three", "Dr\u00e9i");

        assertThat(refused(replaced(bundle, "projects.csv", StandardCharsets.ISO_8859_1)))
                .contains("projects.csv", ">4<", "UTF-8");
        assertThat(refused(replaced(bundle, "projects.csv", StandardCharsets.UTF_16)))
                .contains("projects.csv", "UTF-16");
    }

    @Test
    void unpacksNothingThatLeadsOutside() throws Exception {
        var files = new ArrayList<>(bundle().files());
        files.add(new RawFile("../../etc/cron.d/regatta", new byte[] {'x'}));

        assertThat(refused(List.of(new RawFile("bundle.zip", Zips.of(files)))))
                .contains("which leads outside of it", "../../etc/cron.d/regatta");
    }

    @Test
    void takesOfAFilesNameWhatStandsLast() throws Exception {
        dryRun = "true";
        var files = bundle().files().stream()
                .map(file -> new RawFile("..\\..\\/etc/" + file.name(), file.bytes()))
                .toList();

        var page = ended(uploaded(files));

        assertThat(page)
                .contains("competition.yaml, projects.csv", "rg-note--ok")
                .doesNotContain("/etc/");
    }

    @Test
    void saysThatAFileIsNotWhatItsNameSays() throws Exception {
        var zip = Zips.of(bundle().files());
        var plan = bundle().files().getFirst();

        assertThat(refused(List.of(plan, new RawFile("projects.csv", zip))))
                .contains("projects.csv", "is a ZIP or a spreadsheet, not text.");
        assertThat(refused(
                        List.of(new RawFile("bundle.zip", "number,title\n1,One\n".getBytes(StandardCharsets.UTF_8)))))
                .contains("This is not a ZIP, or it is empty.");
        assertThat(refused(List.of(new RawFile("bundle.zip", Arrays.copyOf(zip, zip.length / 2)))))
                .contains("The ZIP is damaged");
        var beside = browser.upload("/imports", BOUNDARY, form(plan, new RawFile("more.zip", zip)));
        assertThat(beside.statusCode()).isEqualTo(422);
        assertThat(beside.body()).contains("A ZIP was uploaded beside other files.");
    }

    @Test
    void listsEveryErrorOfALongFileFromTheFirstLineToTheLast() throws Exception {
        var projects =
                IntStream.rangeClosed(1, 2_500).mapToObj(n -> n + ",,music").collect(Collectors.joining("\n"));
        var bundle = bundle().without("recusals.csv")
                .without("scores.csv")
                .file("projects.csv", "number,title,category\n" + projects + "\n");
        var address = uploaded(bundle.files());

        assertThat(ended(address)).contains("2,500 places to correct").doesNotContain("are listed");
        assertThat(browser.get(address + "?page=24").body()).contains(">2501<").doesNotContain(">2400<");
    }

    private Bundles bundle() {
        return Bundles.small().with("competition.yaml", "key: tests", "key: " + key);
    }

    private static List<RawFile> replaced(Bundles bundle, String name, Charset encoding) {
        return bundle.files().stream()
                .map(file -> file.name().equals(name)
                        ? new RawFile(name, new String(file.bytes(), StandardCharsets.UTF_8).getBytes(encoding))
                        : file)
                .toList();
    }

    /** The page of an import of these files, which is refused. */
    private String refused(List<RawFile> files) throws Exception {
        var page = ended(uploaded(files));
        assertThat(page).contains("rg-note--wait");
        return page;
    }

    private String uploaded(List<RawFile> files) throws Exception {
        var answer = browser.upload("/imports", BOUNDARY, form(files.toArray(RawFile[]::new)));
        assertThat(answer.statusCode()).as(answer.body()).isIn(302, 303);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
    }

    /** An import's page once it does not ask for itself any more. */
    private String ended(String address) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> browser.get(address).body(), not(Matchers.containsString("hx-get=\"/imports/")));
    }

    /** As the page's form sends it. */
    private BodyPublisher form(RawFile... files) throws IOException, InterruptedException {
        return form(Stream.of(files)
                .map(file -> file(file.name(), BodyPublishers.ofByteArray(file.bytes())))
                .toArray(BodyPublisher[]::new));
    }

    private BodyPublisher form(BodyPublisher... files) throws IOException, InterruptedException {
        return BodyPublishers.concat(
                part("_csrf\"", BodyPublishers.ofString(browser.csrf("/imports"))),
                BodyPublishers.concat(files),
                part("dryRun\"", BodyPublishers.ofString(dryRun)),
                BodyPublishers.ofString("--" + BOUNDARY + "--\r\n"));
    }

    private static BodyPublisher file(String name, BodyPublisher content) {
        return part("files\"; filename=\"" + name + "\"\r\nContent-Type: application/octet-stream", content);
    }

    private static BodyPublisher part(String head, BodyPublisher content) {
        return BodyPublishers.concat(
                BodyPublishers.ofString(
                        "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + head + "\r\n\r\n"),
                content,
                BodyPublishers.ofString("\r\n"));
    }
}
