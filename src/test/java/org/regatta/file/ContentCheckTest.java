package org.regatta.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.regatta.file.FileChecks.Verdict;
import org.regatta.file.StoredFileRepository.Kept;
import org.regatta.shared.Ids;

class ContentCheckTest {

    private static final Set<FileFormat> ALL = EnumSet.allOf(FileFormat.class);

    private final ContentCheck check = new ContentCheck();

    static Stream<Arguments> ours() {
        return Stream.of(
                arguments("plan.pdf", Samples.pdf(), FileFormat.PDF),
                arguments("PLAN.PDF", Samples.pdf(), FileFormat.PDF),
                arguments("plan.docx", Samples.docx(), FileFormat.DOCX),
                arguments("plan.xlsx", Samples.zip("[Content_Types].xml", "xl/workbook.xml"), FileFormat.XLSX),
                arguments("plan.pptx", Samples.zip("[Content_Types].xml", "ppt/presentation.xml"), FileFormat.PPTX),
                arguments("plan.odt", Samples.odt("content.xml"), FileFormat.ODT),
                arguments("picture.png", Samples.hex("89504e470d0a1a0a0000000d49484452"), FileFormat.PNG),
                arguments("picture.jpeg", Samples.hex("ffd8ffe000104a46494600010101"), FileFormat.JPEG),
                arguments("pitch.mp4", Samples.hex("00000020667479706d70343200000000"), FileFormat.MP4),
                arguments("pitch.mp4", Samples.hex("000000206674797069736f6d00000200"), FileFormat.MP4),
                arguments("pitch.mov", Samples.hex("00000014667479707174202000000200"), FileFormat.MOV),
                arguments(
                        "pitch.webm",
                        Samples.hex("1a45dfa39f4286810142f7810142f2810442f381084282847765626d"),
                        FileFormat.WEBM));
    }

    @ParameterizedTest
    @MethodSource("ours")
    void letsPassWhatIsWhatItsNameSays(String name, byte[] content, FileFormat format) {
        assertThat(judge(name, content, ALL)).isEqualTo(new Verdict(format, null));
    }

    static Stream<Arguments> active() {
        return Stream.of(
                arguments("page.pdf", Samples.html()),
                arguments("page.pdf", Samples.text("  <html><body onload=alert(1)>")),
                arguments(
                        "drawing.png", Samples.text("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>")),
                arguments("setup.pdf", Samples.hex("4d5a90000300000004000000ffff0000")),
                arguments("setup.docx", Samples.hex("7f454c46020101000000000000000000")),
                arguments("run.pdf", Samples.text("#!/bin/sh\nrm -rf /\n")),
                arguments("old.docx", Samples.hex("d0cf11e0a1b11ae1000000000000000000")),
                arguments("bundle.docx", Samples.zip("word/document.xml", "setup.exe")),
                arguments("java.docx", Samples.zip("META-INF/MANIFEST.MF", "Main.class")),
                arguments("cut.docx", Arrays.copyOf(Samples.docx(), 60)),
                arguments("two.pdf", Samples.text("<html></html>\n%PDF-1.4\n")),
                arguments("film.webm", Samples.hex("1a45dfa3934286810142f7810142f281044282886d6174726f736b61")),
                arguments("words.pdf", Samples.text("just words")));
    }

    @ParameterizedTest
    @MethodSource("active")
    void refusesWhatIsOfNoFormatOfTheList(String name, byte[] content) {
        assertThat(judge(name, content, ALL).refusal()).isEqualTo(FileRefusal.CONTENT);
    }

    @Test
    void refusesAnotherFormatThanTheNameSays() {
        assertThat(judge("plan.pdf", Samples.docx(), ALL))
                .isEqualTo(new Verdict(FileFormat.DOCX, FileRefusal.DISGUISED));
    }

    @Test
    void refusesAFormatThatItsOwnerDoesNotTake() {
        assertThat(judge("plan.docx", Samples.docx(), EnumSet.of(FileFormat.PDF)))
                .isEqualTo(new Verdict(FileFormat.DOCX, FileRefusal.CONTENT));
    }

    @Test
    void refusesMacros() {
        assertThat(judge("plan.docx", Samples.docm(), ALL).refusal()).isEqualTo(FileRefusal.MACROS);
        assertThat(judge("plan.odt", Samples.odt("Basic/Standard/Module1.xml"), ALL)
                        .refusal())
                .isEqualTo(FileRefusal.MACROS);
    }

    @Test
    void refusesAnotherSizeThanAnnouncedAndWhatIsNotThere() {
        var file = file("plan.pdf", 10, ALL);

        assertThat(check.judge(file, content(Samples.pdf())).refusal()).isEqualTo(FileRefusal.SIZE);
        assertThat(check.judge(file, content(null)).refusal()).isEqualTo(FileRefusal.LOST);
    }

    private Verdict judge(String name, byte[] bytes, Set<FileFormat> accepts) {
        return check.judge(file(name, bytes.length, accepts), content(bytes));
    }

    private static Kept file(String name, long size, Set<FileFormat> accepts) {
        return new Kept(Ids.next(), "key", name, size, accepts, FileState.UPLOADED, null);
    }

    private static ContentCheck.Content content(byte[] bytes) {
        return new ContentCheck.Content() {
            @Override
            public Optional<Long> size() {
                return Optional.ofNullable(bytes).map(there -> (long) there.length);
            }

            @Override
            public byte[] read(long offset, int length) {
                return Arrays.copyOfRange(bytes, (int) offset, Math.min(bytes.length, (int) offset + length));
            }
        };
    }
}
