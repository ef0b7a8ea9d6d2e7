package org.regatta.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.regatta.imports.text.Archive;
import org.regatta.imports.text.Findings;
import org.regatta.imports.text.RawFile;
import org.regatta.shared.InvalidInput;
import org.springframework.util.unit.DataSize;

class UploadTest {

    private static final DataSize LIMIT = DataSize.ofMegabytes(1);

    /** So many bytes, made while they are read. */
    private static final class Endless extends InputStream {

        private final long length;
        private long read;

        Endless(long length) {
            this.length = length;
        }

        @Override
        public int read() {
            return read++ < length ? 'x' : -1;
        }

        @Override
        public int read(byte[] into, int offset, int count) {
            if (read >= length) {
                return -1;
            }
            read += count;
            return count;
        }
    }

    @Test
    void stopsReadingAHundredMegabytesAtTheLimit() {
        var endless = new Endless(100L << 20);

        assertThatThrownBy(() -> Upload.of(List.of(new ImportFile("projects.csv", () -> endless)), LIMIT))
                .isInstanceOf(UploadTooLarge.class)
                .hasMessageContaining("larger than 1 MB");
        assertThat(endless.read).isLessThan(LIMIT.toBytes() + 10_000);
    }

    @Test
    void countsAllFilesTogether() {
        var half = new ImportFile("a.csv", () -> new Endless(600 << 10));
        var other = new ImportFile("b.csv", () -> new Endless(600 << 10));

        assertThatThrownBy(() -> Upload.of(List.of(half, other), LIMIT)).isInstanceOf(UploadTooLarge.class);
    }

    @Test
    void packsFilesAndKeepsTheirPlainNames() {
        var upload = Upload.of(List.of(file("C:\\data\\projects.csv"), file("x/recusals.csv")), LIMIT);

        assertThat(upload.name()).isEqualTo("projects.csv, recusals.csv");
        assertThat(Archive.unpack("u.zip", upload.zip(), 1000, new Findings(10)))
                .extracting(RawFile::name)
                .containsExactly("projects.csv", "recusals.csv");
    }

    @Test
    void refusesNoFileTheSameFileTwiceAndAZipBesideOthers() {
        for (var files : List.of(
                List.<ImportFile>of(),
                List.of(file("a.csv"), file("b/a.csv")),
                List.of(file("a.csv"), file("b.zip")),
                List.of(file("\u0000")))) {
            assertThatThrownBy(() -> Upload.of(files, LIMIT)).isInstanceOf(InvalidInput.class);
        }
    }

    private static ImportFile file(String name) {
        return new ImportFile(name, () -> new ByteArrayInputStream(new byte[] {'x'}));
    }
}
