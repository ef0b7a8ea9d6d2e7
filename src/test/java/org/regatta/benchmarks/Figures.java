package org.regatta.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The rows of the table, in the order they are measured. */
final class Figures {

    private final List<String> rows = new ArrayList<>();
    private int failures;

    /** A figure whose ratio ours / floor must be at least {@code goal}. */
    void atLeast(String work, String ours, String floor, double ratio, double goal) {
        row(work, ours, floor, number(ratio), "≥ " + number(goal) + " ×", ratio >= goal);
    }

    /** A figure whose ratio ours / floor must be at most {@code goal}. */
    void atMost(String work, String ours, String floor, double ratio, double goal) {
        row(work, ours, floor, number(ratio), "≤ " + number(goal) + " ×", ratio <= goal);
    }

    /** A figure with a goal of its own kind. */
    void row(String work, String ours, String floor, String ratio, String goal, boolean met) {
        add(work, ours, floor, ratio, goal, met ? "yes" : "**no**");
    }

    /** A figure that no goal is set for. */
    void withoutGoal(String work, String ours, String floor, double ratio) {
        add(work, ours, floor, number(ratio), "none set", "–");
    }

    /** A step that broke. */
    void failed(String work, Exception failure) {
        failures++;
        add(work, "failed: " + failure.getClass().getSimpleName(), "–", "–", "–", "**no**");
    }

    int failures() {
        return failures;
    }

    String table() {
        return "| work | ours | floor | ratio | goal | met |\n|---|---|---|---|---|---|\n" + String.join("\n", rows)
                + "\n";
    }

    /** Three digits that count. */
    static String number(double value) {
        var decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
        var written = String.format(Locale.ROOT, "%,." + decimals + "f", value);
        return decimals == 0 ? written : written.replaceAll("\\.?0+$", "");
    }

    static String millis(double value) {
        return number(value) + " ms";
    }

    static String perSecond(double value) {
        return number(value) + "/s";
    }

    private void add(String... cells) {
        var row = "| " + String.join(" | ", cells) + " |";
        rows.add(row);
        System.out.println(row);
    }
}
