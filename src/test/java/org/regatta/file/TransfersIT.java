package org.regatta.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.TestStore;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What goes over the wire between a browser, Regatta and an S3 server, and what becomes of it when something dies. */
@RegattaTest
class TransfersIT {

    private static TestStore store;

    @Autowired
    private StoredFiles files;

    @Autowired
    private Transfers transfers;

    @Autowired
    private FileProperties properties;

    @Autowired
    private CleanStoreJob cleaning;

    @Autowired
    private MinioFiles minio;

    @Autowired
    private JdbcClient rows;

    @BeforeAll
    static void aStore() {
        store = new TestStore();
    }

    @AfterAll
    static void noStore() {
        store.close();
    }

    @Test
    void takesAFileAndGivesItBackAsAnAttachmentOnceItIsChecked() throws Exception {
        var id = uploaded("Plan für 2027.pdf", Samples.pdf());

        settles(id, FileState.CHECKED);
        var answer = get(transfers.download(id, "Plan für 2027.pdf"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(Samples.pdf());
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/octet-stream");
        assertThat(answer.headers().firstValue("content-disposition"))
                .hasValue("attachment; filename=\"Plan f_r 2027.pdf\"; filename*=UTF-8''Plan%20f%C3%BCr%202027.pdf");
    }

    @Test
    void findsNothingWrongWithABucketThatAnotherNodeHasMadeMeanwhile() {
        minio.makeBucket();

        assertThatCode(minio::makeBucket).doesNotThrowAnyException();
    }

    @Test
    void resumesALargeFileWhereItStopped() throws Exception {
        var content = Samples.pdf((8 << 20) + 1_000);
        new Random(1).nextBytes(content);
        System.arraycopy(Samples.pdf(), 0, content, 0, 20);
        var id = announced("large.pdf", content.length);
        var first = transfers.missing(id);
        assertThat(first.missing()).extracting(MissingParts.Part::sizeBytes).containsExactly(8L << 20, 1_000L);
        assertThat(send(first.missing().getLast(), content)).isEqualTo(200);

        var rest = transfers.missing(id);

        assertThat(rest.arrivedBytes()).isEqualTo(1_000);
        assertThat(rest.missing()).extracting(MissingParts.Part::number).containsExactly(1);
        assertThatThrownBy(() -> transfers.assemble(id)).isInstanceOf(UploadIncomplete.class);
        assertThat(send(rest.missing().getFirst(), content)).isEqualTo(200);
        transfers.assemble(id);
        transfers.assemble(id); // whose answer was lost
        assertThat(files.uploaded(id)).isTrue();
        assertThat(files.uploaded(id)).isFalse();
        settles(id, FileState.CHECKED);
        assertThat(get(transfers.download(id, "large.pdf")).body()).isEqualTo(content);
    }

    @Test
    void storesNothingButWhatWasSigned() throws Exception {
        var content = Samples.pdf();
        var id = announced("plan.pdf", content.length);
        var part = transfers.missing(id).missing().getFirst();
        var address = part.address().toString();

        assertThat(put(part.address(), Samples.pdf(content.length + 1))).isEqualTo(403);
        assertThat(put(part.address(), Samples.pdf(content.length - 1))).isEqualTo(403);
        assertThat(put(URI.create(address.substring(0, address.length() - 4) + "0000"), content))
                .isEqualTo(403);
        assertThat(put(URI.create(address.replace("partNumber=1", "partNumber=2")), content))
                .isEqualTo(403);
        assertThat(put(signedAgo(Duration.ofMinutes(20), id), content)).isEqualTo(403);
        assertThat(get(URI.create(address)).statusCode()).isEqualTo(403);
        assertThat(transfers.missing(id).arrivedBytes()).isZero();

        assertThat(put(part.address(), content)).isEqualTo(200);
        transfers.assemble(id);
        files.uploaded(id);
        settles(id, FileState.CHECKED);
        var other = content.clone();
        other[other.length - 1] = 'x';
        put(part.address(), other); // whatever the store answers
        assertThat(get(transfers.download(id, "plan.pdf")).body()).isEqualTo(content);
        var link = transfers.download(id, "plan.pdf").toString();
        assertThat(get(URI.create(link.replace("attachment", "inline"))).statusCode())
                .isEqualTo(403);
    }

    @Test
    void refusesADisguisedFileAndDeletesIt() throws Exception {
        var id = uploaded("page.pdf", Samples.html());
        assertThatThrownBy(() -> transfers.download(id, "page.pdf")).isInstanceOf(FileNotChecked.class);

        settles(id, FileState.REFUSED);

        assertThat(file(id).refusal()).isEqualTo(FileRefusal.CONTENT);
        assertThatThrownBy(() -> transfers.download(id, "page.pdf")).isInstanceOf(FileNotChecked.class);
        cleaning.delete();
        assertThat(minio.size(key(id))).isEmpty();
    }

    @Test
    void takesOverACheckWhoseNodeWasKilled() throws Exception {
        var id = announced("plan.pdf", Samples.pdf().length);
        put(transfers.missing(id).missing().getFirst().address(), Samples.pdf());
        transfers.assemble(id);
        // claimed by a node that is no more: its lease ends in a moment
        rows.sql("""
                        update stored_file set state = 'UPLOADED', uploaded_at = now(), upload_id = null, check_attempts = 1,
                               next_check_at = clock_timestamp() + interval '500 milliseconds' where id = ?""").param(id).update();

        settles(id, FileState.CHECKED);

        assertThat(rows.sql("select check_attempts from stored_file where id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void waitsForADeadStoreAndLosesNothing() throws Exception {
        var waiting = announced("waits.pdf", Samples.pdf().length);
        put(transfers.missing(waiting).missing().getFirst().address(), Samples.pdf());
        transfers.assemble(waiting);
        store.stop();
        var late = announced("late.pdf", Samples.pdf().length);
        assertThatThrownBy(() -> transfers.missing(late)).isInstanceOf(StoreUnreachable.class);
        files.uploaded(waiting);
        Awaitility.await().until(() -> error(waiting) != null);
        assertThat(file(waiting).state()).isEqualTo(FileState.UPLOADED);
        files.remove(late);

        store.start();

        settles(waiting, FileState.CHECKED);
        assertThatThrownBy(() -> transfers.missing(late)).isInstanceOf(FileNotExpected.class);
    }

    @Test
    void deletesWhatWasRemovedAndWhatWasAbandoned() throws Exception {
        var removed = uploaded("gone.pdf", Samples.pdf());
        settles(removed, FileState.CHECKED);
        var begun = announced("begun.pdf", 100);
        transfers.missing(begun);
        rows.sql("update stored_file set touched_at = now() - interval '3 days' where id = ?")
                .param(begun)
                .update();

        assertThat(files.remove(removed)).isTrue();
        assertThat(files.remove(removed)).isFalse();
        cleaning.sweep();
        rows.sql("update object_deletion set next_attempt_at = now()").update();
        cleaning.delete();

        assertThat(file(begun).state()).isEqualTo(FileState.REMOVED);
        assertThat(minio.size(key(removed))).isEmpty();
        assertThat(minio.openUploads()).noneMatch(upload -> upload.objectName().equals(key(begun)));
        assertThat(file(removed).name()).isEmpty();
    }

    private UUID uploaded(String name, byte[] content) throws Exception {
        var id = announced(name, content.length);
        assertThat(put(transfers.missing(id).missing().getFirst().address(), content))
                .isEqualTo(200);
        transfers.assemble(id);
        files.uploaded(id);
        return id;
    }

    private UUID announced(String name, long size) {
        return files.announce(new NewFile(name, size, EnumSet.allOf(FileFormat.class), Long.MAX_VALUE));
    }

    private StoredFile file(UUID id) {
        return files.byIds(List.of(id)).get(id);
    }

    private void settles(UUID id, FileState state) {
        Awaitility.await(state.name()).atMost(Duration.ofSeconds(20)).until(() -> file(id).state() == state);
    }

    private String error(UUID id) {
        return rows.sql("select check_error from stored_file where id = ?")
                .param(id)
                .query(String.class)
                .list()
                .getFirst();
    }

    private String key(UUID id) {
        return rows.sql("select object_key from stored_file where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    private URI signedAgo(Duration ago, UUID id) {
        var past = new Presigner(properties, Clock.offset(Clock.systemUTC(), ago.negated()));
        var upload = rows.sql("select upload_id from stored_file where id = ?")
                .param(id)
                .query(String.class)
                .single();
        return past.part(key(id), upload, 1, Samples.pdf().length);
    }

    private static int send(MissingParts.Part part, byte[] content) throws IOException, InterruptedException {
        var from = (int) part.offset();
        return put(part.address(), Arrays.copyOfRange(content, from, from + (int) part.sizeBytes()));
    }

    private static int put(URI address, byte[] content) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                .PUT(BodyPublishers.ofByteArray(content))
                .build();
        // the store closes the connection of whatever it refused: each request has one of its own
        try (var http = HttpClient.newHttpClient()) {
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private static HttpResponse<byte[]> get(URI address) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofByteArray());
        }
    }
}
