package org.regatta.audit.verify;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipFile;

/**
 * Verifies an exported bundle: {@code java -jar regatta-verify.jar bundle.zip [--checkpoint FILE]… [--key ID]…}. Ends
 * with 0 where everything is as it was sealed, with 1 where something is not, and with 2 where it was called wrongly.
 */
public final class VerifyAudit {

    private static final String USAGE = "Usage: VerifyAudit bundle.zip [--checkpoint FILE]... [--key ID]...";

    /** Fetching a bundle is an entry itself: a checkpoint fetched later knows of more than is in it. */
    private static final String YOUNGER =
            "If you gave a checkpoint that was fetched after the bundle, this proves nothing yet:"
                    + " fetch the bundle anew and verify it with that checkpoint.";

    private final PrintStream out;

    private VerifyAudit(PrintStream out) {
        this.out = out;
    }

    /** Verifies what the arguments name. */
    public static void main(String... arguments) {
        System.exit(run(System.out, arguments));
    }

    static int run(PrintStream out, String... arguments) {
        var verify = new VerifyAudit(out);
        var files = new ArrayList<Path>();
        var outside = new ArrayList<Path>();
        var keys = new LinkedHashSet<String>();
        for (int at = 0; at < arguments.length; at++) {
            switch (arguments[at]) {
                case "--checkpoint", "--key" -> {
                    if (at + 1 == arguments.length) {
                        return verify.usage();
                    }
                    var value = arguments[++at];
                    if (arguments[at - 1].equals("--key")) {
                        keys.add(value);
                    } else {
                        outside.add(Path.of(value));
                    }
                }
                default -> files.add(Path.of(arguments[at]));
            }
        }
        return files.size() == 1 ? verify.verify(files.getFirst(), outside, keys) : verify.usage();
    }

    private int usage() {
        out.println(USAGE);
        return 2;
    }

    private int verify(Path bundle, List<Path> outside, Set<String> keys) {
        try (var zip = new ZipFile(bundle.toFile())) {
            var entries = zip.getEntry("entries.txt");
            var sealed = zip.getEntry("checkpoints.txt");
            if (entries == null || sealed == null) {
                out.println("This is no audit bundle: it lacks entries.txt or checkpoints.txt.");
                return 2;
            }
            var checkpoints = new ArrayList<>(Checkpoint.parseAll(
                    new String(zip.getInputStream(sealed).readAllBytes(), StandardCharsets.ISO_8859_1)));
            for (var file : outside) {
                checkpoints.addAll(Checkpoint.parseAll(Files.readString(file, StandardCharsets.ISO_8859_1)));
            }
            if (checkpoints.isEmpty()) {
                out.println("The bundle holds no checkpoint, and none was given: nothing proves anything.");
                return 1;
            }
            return say(ExportCheck.check(() -> zip.getInputStream(entries), checkpoints, keys), checkpoints, keys);
        } catch (IllegalArgumentException unreadable) {
            out.println("A checkpoint was altered: " + unreadable.getMessage());
            return 1;
        } catch (IOException broken) {
            out.println("The bundle cannot be read: " + broken.getMessage());
            return 1;
        }
    }

    private int say(ExportCheck.Report report, List<Checkpoint> checkpoints, Set<String> trusted) {
        report.flaw().ifPresent(flaw -> out.println("NOT AS SEALED. " + flaw.words()));
        if (report.flaw().isPresent()) {
            if (report.flaw().get().kind() == Flaw.Kind.CUT) {
                out.println(YOUNGER);
            }
            return 1;
        }
        var last = checkpoints.stream()
                .reduce((one, other) -> one.entries() >= other.entries() ? one : other)
                .orElseThrow();
        out.println("As sealed: entries " + report.first() + " to " + report.last() + ", the last checkpoint of "
                + last.madeAt() + ".");
        if (report.withheld() > 0) {
            out.println(report.withheld() + " entries are withheld from whoever made the export; their hashes fit.");
        }
        if (report.erased() > 0) {
            out.println("Of " + report.erased() + " entries the personal data were erased, or are not in this file.");
        }
        var ids = new TreeSet<String>();
        checkpoints.forEach(one -> ids.add(one.keyId()));
        out.println("Signed with " + ids + (trusted.isEmpty() ? ": compare with the keys you know (--key)." : "."));
        return 0;
    }
}
