package org.regatta.audit.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.regatta.audit.verify.Checkpoint.Kind;

/** An export of 40 entries, harmed in every way there is: each harm must be found, and named by the entry it befell. */
class ExportCheckTest {

    private static final int ENTRIES = 40;
    private static final String CHAIN = "0b5f1d0e-6c5e-4d6e-9b51-6f3f1f7b2a10";
    private static final SigningKey KEY = SigningKey.of(new byte[SigningKey.LENGTH]);

    private static List<byte[]> lines;
    private static List<byte[]> hashes;
    private static List<Checkpoint> checkpoints;

    private final Random random = new Random(4);

    @BeforeAll
    static void anExport() {
        lines = new ArrayList<>();
        hashes = new ArrayList<>();
        checkpoints = new ArrayList<>();
        var hash = ChainHash.start();
        for (int number = 1; number <= ENTRIES; number++) {
            var line = ExampleEntries.line(number, hash);
            lines.add(line.bytes());
            hash = line.hash();
            hashes.add(hash);
            if (number % 15 == 0 || number == ENTRIES) {
                checkpoints.add(Checkpoint.sign(CHAIN, Kind.SEAL, number, hash, Instant.EPOCH, KEY));
            }
        }
    }

    @Test
    void findsNothingWrongWithAnExportAsItWasMade() throws IOException {
        var report = ExportCheck.check(() -> new ByteArrayInputStream(join(lines)), checkpoints, Set.of());

        assertThat(report.flaw()).isEmpty();
        assertThat(report.first()).isOne();
        assertThat(report.last()).isEqualTo(ENTRIES);
        assertThat(report.withheld()).isEqualTo(ENTRIES / 10);
        assertThat(report.erased()).isEqualTo(ENTRIES / 10);
    }

    @Test
    void namesTheEntryOfEachOfFiveThousandChangedBytes() throws IOException {
        var whole = join(lines);
        for (int round = 0; round < 5_000; round++) {
            var changed = whole.clone();
            var at = random.nextInt(changed.length);
            changed[at] = (byte) (changed[at] + 1 + random.nextInt(255));

            var flaw = check(changed, checkpoints).flaw();

            assertThat(flaw).as("byte %d", at).isPresent();
            assertThat(flaw.orElseThrow().number()).as("byte %d", at).isEqualTo(entryOf(at));
        }
    }

    @Test
    void namesEachOfFiveHundredDeletedEntries() throws IOException {
        for (int round = 0; round < 500; round++) {
            var gone = 1 + random.nextInt(ENTRIES - 1);
            var rest = new ArrayList<>(lines);
            rest.remove(gone - 1);

            assertThat(check(rest, checkpoints).flaw()).contains(Flaw.missing(gone, gone));
        }
    }

    @Test
    void namesTheFirstOfEachOfFiveHundredSwappedPairs() throws IOException {
        for (int round = 0; round < 500; round++) {
            var first = random.nextInt(ENTRIES - 1);
            var second = first + 1 + random.nextInt(ENTRIES - first - 1);
            var swapped = new ArrayList<>(lines);
            Collections.swap(swapped, first, second);

            assertThat(check(swapped, checkpoints).flaw()).contains(Flaw.swapped(first + 1L, second + 1L));
        }
    }

    @Test
    void namesTheFirstEntryThatEachOfFiveHundredCutsTookAway() throws IOException {
        var whole = join(lines);
        for (int round = 0; round < 500; round++) {
            var cut = random.nextInt(whole.length - 1);
            var rest = Arrays.copyOf(whole, cut);

            var flaw = check(rest, checkpoints).flaw().orElseThrow();

            // only the line's own end is missing, or what erasing takes away as well: then the entry is still whole
            var stillWhole = whole[cut] == '\n' || whole[cut] == '\t';
            assertThat(flaw.number()).as("cut at byte %d", cut).isEqualTo(entryOf(cut) + (stillWhole ? 1 : 0));
            assertThat(flaw.kind()).isIn(Flaw.Kind.CUT, Flaw.Kind.ALTERED);
        }
    }

    @Test
    void namesTheStretchThatWasWrittenAnew() throws IOException {
        var forged = new ArrayList<>(lines.subList(0, 19));
        var hash = hashes.get(18);
        for (int number = 20; number <= ENTRIES; number++) {
            var line = ExampleEntries.line(number + 1_000, hash).renumbered(number, hash);
            forged.add(line.bytes());
            hash = line.hash();
        }

        var flaw = check(forged, checkpoints).flaw().orElseThrow();

        assertThat(flaw.kind()).isEqualTo(Flaw.Kind.REWRITTEN);
        assertThat(flaw.number()).isEqualTo(16);
        assertThat(flaw.through()).isEqualTo(30);
    }

    @Test
    void findsACheckpointThatWasAlteredOrSignedBySomebodyElse() throws IOException {
        var genuine = checkpoints.getLast();
        for (int round = 0; round < 100; round++) {
            var text = genuine.text().getBytes(StandardCharsets.ISO_8859_1);
            var at = random.nextInt(text.length);
            text[at] = (byte) (text[at] + 1 + random.nextInt(255));
            assertThat(isRefused(new String(text, StandardCharsets.ISO_8859_1)))
                    .as("byte %d", at)
                    .isTrue();
        }
        var anothersKey = new byte[SigningKey.LENGTH];
        anothersKey[0] = 1;
        var others =
                Checkpoint.sign(CHAIN, Kind.SEAL, ENTRIES, hashes.getLast(), Instant.EPOCH, SigningKey.of(anothersKey));

        var report = ExportCheck.check(
                () -> new ByteArrayInputStream(join(lines)), List.of(others), Set.of(genuine.keyId()));

        assertThat(report.flaw().orElseThrow().kind()).isEqualTo(Flaw.Kind.FORGED);
    }

    @Test
    void goesOnBehindAPurgeAndNamesWhatIsMissingWithoutIt() throws IOException {
        var kept = lines.subList(20, ENTRIES);
        var purge = Checkpoint.sign(CHAIN, Kind.PURGE, 20, hashes.get(19), Instant.EPOCH, KEY);
        var sealed = new ArrayList<>(checkpoints);

        assertThat(check(kept, sealed).flaw()).contains(Flaw.missing(1, 20));
        sealed.add(purge);
        var report = check(kept, sealed);
        assertThat(report.flaw()).isEmpty();
        assertThat(report.first()).isEqualTo(21);
    }

    @Test
    void missesEntriesThatACheckpointKeptElsewhereKnowsOf() throws IOException {
        var cut = lines.subList(0, 15);
        var sealsOfTheCut = checkpoints.subList(0, 1);

        assertThat(check(cut, sealsOfTheCut).flaw()).isEmpty();
        assertThat(check(cut, checkpoints).flaw()).contains(Flaw.cut(16, ENTRIES));
    }

    @Test
    void saysWhatNoCheckpointSeals() throws IOException {
        assertThat(check(lines, checkpoints.subList(0, 2)).flaw()).contains(Flaw.unsealed(31, ENTRIES));
    }

    private static boolean isRefused(String checkpoint) {
        try {
            return !Checkpoint.parse(checkpoint).genuine();
        } catch (IllegalArgumentException unreadable) {
            return true;
        }
    }

    private static ExportCheck.Report check(List<byte[]> entries, List<Checkpoint> sealed) throws IOException {
        return check(join(entries), sealed);
    }

    private static ExportCheck.Report check(byte[] entries, List<Checkpoint> sealed) throws IOException {
        return ExportCheck.along(() -> new ByteArrayInputStream(entries), sealed);
    }

    private static byte[] join(List<byte[]> entries) {
        var all = new ByteArrayOutputStream();
        for (var entry : entries) {
            all.writeBytes(entry);
            all.write('\n');
        }
        return all.toByteArray();
    }

    /** The number of the entry that this byte of the export belongs to, its line's end included. */
    private static long entryOf(int at) {
        var end = 0;
        for (int index = 0; index < lines.size(); index++) {
            end += lines.get(index).length + 1;
            if (at < end) {
                return index + 1L;
            }
        }
        throw new IllegalArgumentException("Behind the end");
    }
}
