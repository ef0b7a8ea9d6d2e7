package org.regatta.story;

import java.net.URI;

/** Runs a bundle through a server that is already running, line by line on the console; see the README. */
public final class WatchCompetition {

    private WatchCompetition() {}

    /**
     * Runs the bundle.
     *
     * @param arguments the server's address, the bundle's name, the address of somebody who may import, the password of
     *     everybody
     */
    public static void main(String[] arguments) {
        var base = URI.create(arguments[0]);
        var bundle = new Bundle(arguments[1]);
        var run = new CompetitionRun(base, bundle, arguments[3], WatchCompetition::say);
        var competitionId = run.importBundle(RegattaClient.signIn(base, arguments[2], arguments[3]));
        say("watch it at " + base.resolve("/competitions/" + competitionId) + ", signed in as " + bundle.admin());
        run.run();
        run.rankings()
                .forEach((round, rows) -> say(round + ": " + rows.size() + " ranked, the first is "
                        + rows.path(0).path("title").asText() + " with "
                        + rows.path(0).path("cumulativeResult").decimalValue().toPlainString()));
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
