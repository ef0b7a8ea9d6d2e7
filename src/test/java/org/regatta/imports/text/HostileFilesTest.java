package org.regatta.imports.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class HostileFilesTest {

    private static final long LIMIT = 8 << 20;

    private final Findings findings = new Findings(100);

    @Test
    void namesTheByteThatIsNotUtf8() {
        var latin = "number,title\n1,Th\u00e9\u00e2tre\n".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(csv(latin)).isEmpty();
        assertThat(places()).containsExactly("t.csv:2:5");
        assertThat(findings.kept().getFirst().message()).contains("0xE9");
    }

    @Test
    void saysThatAFileIsUtf16() {
        assertThat(csv("number,title\n1,One\n".getBytes(StandardCharsets.UTF_16)))
                .isEmpty();
        assertThat(findings.kept().getFirst().message()).contains("UTF-16");
    }

    @Test
    void acceptsAByteOrderMarkSemicolonsAndWindowsLines() {
        var rows = csv("\uFEFFnumber;title\r\n1;\"One; or \"\"two\"\"\"\r\n".getBytes(StandardCharsets.UTF_8));

        assertThat(findings.none()).isTrue();
        assertThat(rows)
                .singleElement()
                .satisfies(row -> assertThat(row.text("title", 40)).isEqualTo("One; or \"two\""));
    }

    @Test
    void namesTheRowWhoseQuoteIsNotClosed() {
        csv("number,title\n1,One\n2,\"Two\n3,Three\n".getBytes(StandardCharsets.UTF_8));

        assertThat(places()).containsExactly("t.csv:3:1");
    }

    @Test
    void countsLinesInsideOfCells() {
        var rows = csv("number,title\n1,\"One\nand more\"\n2,\n".getBytes(StandardCharsets.UTF_8));
        rows.get(1).text("title", 40);

        assertThat(places()).containsExactly("t.csv:4:2");
    }

    @Test
    void refusesControlCharactersAndTextThatIsTooLong() {
        var rows = csv(("number,title\n1,a\u0000b\n2," + "x".repeat(41) + "\n").getBytes(StandardCharsets.UTF_8));
        rows.forEach(row -> row.text("title", 40));

        assertThat(places()).containsExactly("t.csv:2:2", "t.csv:3:2");
    }

    @Test
    void refusesAnAliasBombWithoutUnfoldingIt() {
        var bomb = new StringBuilder("a0: &a0 [x, x]\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]%n".formatted(i, i, i - 1, i - 1));
        }

        assertThat(yaml(bomb.toString())).isNull();
        assertThat(places()).first().isEqualTo("t.yaml:2:10");
    }

    @Test
    void refusesTagsThatNameClasses() {
        assertThat(yaml("name: !!javax.script.ScriptEngineManager [x]\n")).isNull();
        assertThat(places()).containsExactly("t.yaml:1:7");
    }

    @Test
    @Timeout(2)
    void refusesAMegabyteOfBracketsAtOnce() {
        assertThat(yaml("a: " + "[".repeat(1_000_000))).isNull();
        assertThat(yaml("a: " + "{a: ".repeat(250_000))).isNull();
        assertThat(yaml("- ".repeat(500_000))).isNull();
        assertThat(findings.total()).isEqualTo(3);
    }

    @Test
    void refusesLargeFilesAndSeveralDocuments() {
        assertThat(yaml("a: " + "x".repeat(2 << 20))).isNull();
        assertThat(yaml("a: 1\n---\nb: 2\n")).isNull();
        assertThat(yaml("")).isNull();
        assertThat(yaml("- 1")).isNull();
        assertThat(findings.total()).isEqualTo(4);
    }

    @Test
    void namesTheLineThatIsNotYaml() {
        assertThat(yaml("a: 1\nb: [1, 2\nc: 3\n")).isNull();
        assertThat(places()).singleElement().asString().startsWith("t.yaml:3:");
    }

    @Test
    void refusesNothingnessWrittenWithAnEscape() {
        yaml("name: \"a\\0b\"\nhalf: \"\\uD800\"\n").text("name", 40);
        yaml("half: \"\\uD800\"\n").text("half", 40);

        assertThat(places()).containsExactly("t.yaml:1:7", "t.yaml:1:7");
    }

    @Test
    void stopsUnpackingABomb() throws IOException {
        var zip = zip("projects.csv", new byte[64 << 20]);
        assertThat(zip).hasSizeLessThan(100_000);

        assertThat(Archive.unpack("b.zip", zip, LIMIT, findings)).isEmpty();
        assertThat(findings.kept())
                .singleElement()
                .satisfies(one -> assertThat(one.message()).contains("unpacks to far more"));
    }

    @Test
    void unpacksNothingThatLeadsOutside() throws IOException {
        for (var path : List.of("../projects.csv", "/etc/passwd", "a/../../b.csv", "C:\\x.csv", "..\\x.csv")) {
            assertThat(Archive.unpack("b.zip", zip(path, new byte[10]), LIMIT, findings))
                    .isEmpty();
        }
        assertThat(findings.total()).isEqualTo(5);
    }

    @Test
    void unpacksAFolderAndLeavesOutWhatASystemAdds() throws IOException {
        assertThat(Archive.unpack("b.zip", zip("bundle/projects.csv", new byte[10]), LIMIT, findings))
                .extracting(RawFile::name)
                .containsExactly("projects.csv");
        assertThat(Archive.unpack("b.zip", zip("__MACOSX/._projects.csv", new byte[10]), LIMIT, findings))
                .isEmpty();
        assertThat(findings.none()).isTrue();
    }

    @Test
    void saysThatAFileIsNoZip() {
        assertThat(Archive.unpack("b.zip", "hello".getBytes(StandardCharsets.UTF_8), LIMIT, findings))
                .isEmpty();
        assertThat(findings.total()).isEqualTo(1);
    }

    private List<CsvRow> csv(byte[] bytes) {
        return CsvFile.read(
                new RawFile("t.csv", bytes),
                List.of("number", "title"),
                List.of("number", "title"),
                findings,
                rows -> {});
    }

    private YamlMap yaml(String text) {
        return YamlFile.read(new RawFile("t.yaml", text.getBytes(StandardCharsets.UTF_8)), findings);
    }

    private List<String> places() {
        return findings.kept().stream().map(one -> one.place()).toList();
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }
}
