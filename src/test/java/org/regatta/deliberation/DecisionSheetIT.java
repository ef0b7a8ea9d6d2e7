package org.regatta.deliberation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.regatta.identity.Acting;
import org.regatta.identity.Browser;
import org.regatta.identity.People;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

/** A page of decisions that is saved after somebody else decided, or with something wrong in it. */
class DecisionSheetIT extends ThreeScoredProjects {

    private static final String PASSWORD = "calm-water-2026";

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    private UUID round;

    @Test
    void savesNoRowThatSomebodyElseDecidedMeanwhile() throws Exception {
        round = proposed(1);
        var browser = signedIn();
        var form = fields(browser.get(address()).body());
        form.put("reason-" + last, "My reason for the last.");
        colleagueDecides(
                decision(best, Outcome.NOT_SELECTED, "A colleague withdrew it."),
                decision(last, Outcome.ADVANCES, "A colleague's reason."));

        var refused = post(browser, "", form);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("My reason for the last.", "Stored now", "A colleague&#39;s reason.");
        assertThat(outcomeOf(best)).isEqualTo("NOT_SELECTED"); // the row nobody touched stays the colleague's
        var again = fields(refused.body()); // now it is known what is replaced
        again.put("outcome-" + last, "NOT_SELECTED");
        assertThat(post(browser, "", again).statusCode()).isEqualTo(302);
        assertThat(outcomeOf(last)).isEqualTo("NOT_SELECTED");
        assertThat(outcomeOf(best)).isEqualTo("NOT_SELECTED");
    }

    @Test
    void dropsNoRowThatLeftTheFilteredPage() throws Exception {
        round = proposed(1);
        var browser = signedIn();
        var form = fields(browser.get(address() + "?show=PROPOSED").body());
        form.put("reason-" + last, "My reason for the last.");
        colleagueDecides(decision(last, Outcome.ADVANCES, "A colleague's reason."));

        var refused = post(browser, "?show=PROPOSED", form);

        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("My reason for the last.");
    }

    @Test
    void keepsTheWholeSheetWhateverIsWrongWithIt() throws Exception {
        round = proposed(1);
        var browser = signedIn();
        var form = fields(browser.get(address()).body());
        form.put("outcome-" + best, "AWARDED");
        form.put("place-" + best, "first");
        form.put("reason-" + last, "A reason without an outcome.");
        form.put("outcome-" + last, "");

        var unreadable = post(browser, "", form);
        assertThat(unreadable.statusCode()).isEqualTo(422);
        assertThat(unreadable.body()).contains("&quot;first&quot; is not a place.", "A reason without an outcome.");

        database.sql("update decision set state = 'APPROVED' where round_id = ?")
                .param(round)
                .update();
        form.put("place-" + best, "1");
        form.put("outcome-" + last, "NOT_SELECTED");
        var late = post(browser, "", form);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("A reason without an outcome.");
    }

    /** What a browser would send of the rows of a page. */
    private static Map<String, String> fields(String page) {
        var fields = new LinkedHashMap<String, String>();
        Pattern.compile("<input[^>]*>")
                .matcher(page)
                .results()
                .map(MatchResult::group)
                .forEach(input -> {
                    var name = attribute(input, "name");
                    if (name.matches("(shown|place|award|reason)-.*")) {
                        fields.put(name, attribute(input, "value"));
                    }
                });
        Pattern.compile("<select[^>]*name=\"(outcome-[^\"]*)\".*?</select>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .forEach(select -> fields.put(
                        select.group(1),
                        Pattern.compile("<option[^>]*selected[^>]*>")
                                .matcher(select.group())
                                .results()
                                .map(option -> attribute(option.group(), "value"))
                                .findFirst()
                                .orElse("")));
        return fields;
    }

    private static String attribute(String tag, String name) {
        var found = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : "";
    }

    private String address() {
        return "/rounds/" + round + "/decisions";
    }

    private String outcomeOf(UUID project) {
        return database.sql("select outcome from decision where round_id = ? and project_id = ?")
                .params(round, project)
                .query(String.class)
                .single();
    }

    private void colleagueDecides(NewDecision... those) {
        Acting.as(admin);
        decisions.decide(round, List.of(those));
    }

    private HttpResponse<String> post(Browser browser, String query, Map<String, String> fields) throws Exception {
        var form = new LinkedHashMap<>(fields);
        form.put("_csrf", browser.csrf("/inbox"));
        return browser.post(address() + query, form);
    }

    private Browser signedIn() throws Exception {
        people.setPassword(admin, PASSWORD);
        var browser = new Browser(port);
        browser.signIn(people.byIds(List.of(admin)).get(admin).email(), PASSWORD);
        return browser;
    }
}
