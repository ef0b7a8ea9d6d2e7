package org.regatta.imports.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.regatta.imports.text.Findings;
import org.regatta.imports.text.RawFile;

/** Bundles for tests: those shipped, and a small one to break. */
public final class Bundles {

    private final Map<String, String> files = new LinkedHashMap<>();

    private Bundles() {}

    /** A bundle with two rounds that are judged, three projects, a recusal and some scores. */
    public static Bundles small() {
        var bundle = new Bundles();
        bundle.files.put("competition.yaml", SMALL);
        bundle.files.put("projects.csv", "number,title,category\n1,One,music\n2,Two,music\n3,Three,dance\n");
        bundle.files.put("recusals.csv", "project,juror,round,reason\n1,A,first,Is a sister\n");
        bundle.files.put(
                "scores.csv", "round,project,juror,criterion,score\nfirst,2,A,points,7.5\nfirst,2,A,good,yes\n");
        return bundle;
    }

    /** A bundle that comes with Regatta. */
    public static List<RawFile> shipped(String name) {
        var files = new ArrayList<RawFile>();
        for (var file : List.of("competition.yaml", "projects.csv", "recusals.csv", "scores.csv")) {
            try (var content = Bundles.class.getResourceAsStream("/bundles/" + name + "/" + file)) {
                if (content != null) {
                    files.add(new RawFile(file, content.readAllBytes()));
                }
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
        return files;
    }

    /** The same bundle with another text somewhere; fails if there is nothing to replace. */
    public Bundles with(String file, String text, String other) {
        var content = files.getOrDefault(file, "");
        if (!content.contains(text)) {
            throw new IllegalArgumentException("Not in " + file + ": " + text);
        }
        files.put(file, content.replace(text, other));
        return this;
    }

    /** The same bundle with another file. */
    public Bundles file(String file, String content) {
        files.put(file, content);
        return this;
    }

    /** The same bundle without a file. */
    public Bundles without(String file) {
        files.remove(file);
        return this;
    }

    /** The files as they are uploaded. */
    public List<RawFile> files() {
        return files.entrySet().stream()
                .map(file -> new RawFile(file.getKey(), file.getValue().getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /** What is wrong, one per line: place, message. */
    public List<String> findings() {
        return findings(files());
    }

    static List<String> findings(List<RawFile> files) {
        var findings = new Findings(1_000);
        new BundleReader(findings, rows -> {}).bundle(files);
        return findings.kept().stream()
                .map(one -> one.place() + " " + one.message() + " # " + one.remedy())
                .toList();
    }

    /** Swaps, deletes, repeats and replaces bytes. */
    public static RawFile mutilated(RawFile file, Random random) {
        var bytes = file.bytes().clone();
        int changes = 1 + random.nextInt(4);
        for (int i = 0; i < changes && bytes.length > 4; i++) {
            int at = random.nextInt(bytes.length);
            int length = Math.min(bytes.length - at, 1 + random.nextInt(20));
            switch (random.nextInt(5)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) "{}[]:,\"'&*!|>%@#=-\t\n\0".charAt(random.nextInt(21));
                case 2 -> bytes = without(bytes, at, length);
                case 3 -> System.arraycopy(bytes, at, bytes, random.nextInt(bytes.length - length + 1), length);
                default -> bytes = Arrays.copyOf(bytes, at);
            }
        }
        return new RawFile(file.name(), bytes);
    }

    private static byte[] without(byte[] bytes, int at, int length) {
        var shorter = new byte[bytes.length - length];
        System.arraycopy(bytes, 0, shorter, 0, at);
        System.arraycopy(bytes, at + length, shorter, at, bytes.length - at - length);
        return shorter;
    }

    private static final String SMALL = """
            format: regatta/1
            program: {key: tests, name: Tests}
            competition:
              key: small
              name: Small
              zone: Europe/Warsaw
            staff:
              - {email: office@tests.example, role: OBSERVER}
            rubrics:
              - key: both
                name: Both
                criteria:
                  - {key: points, label: Points, kind: NUMBER, min: 1, max: 10, step: 0.5}
                  - {key: good, label: Good, kind: YES_NO}
            scoringPolicies:
              - key: mean
                name: Mean
                policy:
                  rounding:
                    stageResult: {decimals: 2, mode: HALF_UP}
                  advance: {kind: TOP_N, count: 2}
            juries:
              - key: main
                name: Main
                jurors:
                  - {label: A, email: a@tests.example}
                  - {label: B, email: b@tests.example}
            rounds:
              - key: call
                name: Call
                kind: INTAKE
                closesAt: 2026-03-01T18:00
              - key: first
                name: First
                kind: EVALUATION
                rubric: both
                scoringPolicy: mean
                juries:
                  - {jury: main}
              - key: decision
                name: Decision
                kind: DELIBERATION
                decides: first
            """;
}
