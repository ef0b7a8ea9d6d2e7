package org.regatta.workflow.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.regatta.shared.Finding;

/** A model and a decision that pass, to be spoiled by tests. */
public final class SampleModels {

    /** What the samples may name. */
    public static final Catalogue CATALOGUE = new Catalogue(
            Set.of("openBallotDelegate", "remindVotersDelegate"),
            Set.of("witnesses"),
            Set.of("witnessTally", "confirmTally"),
            Map.of("publishResult", new Catalogue.Known(Set.of(), false)),
            Set.of());

    private SampleModels() {}

    /** {@code countVotes.bpmn}: every kind of element that is allowed but sub-processes. */
    public static String process() {
        return read("countVotes.bpmn");
    }

    /** {@code ballotRoute.dmn}. */
    public static String decision() {
        return read("ballotRoute.dmn");
    }

    /** The process with {@code old} replaced, which must be there. */
    public static String spoiled(String old, String replacement) {
        return spoil(process(), old, replacement);
    }

    /** {@code text} with {@code old} replaced, which must be there. */
    public static String spoil(String text, String old, String replacement) {
        if (!text.contains(old)) {
            throw new AssertionError("The sample does not contain " + old);
        }
        return text.replace(old, replacement);
    }

    static List<Finding> findings(String process) {
        return new ModelGate()
                .check("countVotes.bpmn", process.getBytes(UTF_8), CATALOGUE)
                .findings();
    }

    static List<Finding> decisionFindings(String decision) {
        return new ModelGate()
                .check("ballotRoute.dmn", decision.getBytes(UTF_8), CATALOGUE)
                .findings();
    }

    private static String read(String name) {
        try (var stream = SampleModels.class.getClassLoader().getResourceAsStream("gate/" + name)) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
