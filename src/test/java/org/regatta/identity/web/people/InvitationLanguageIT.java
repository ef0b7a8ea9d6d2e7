package org.regatta.identity.web.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.identity.Acting;
import org.regatta.identity.Browser;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** In which language people are invited. */
@RegattaTest
class InvitationLanguageIT {

    private static final String PASSWORD = "calm-water-2026";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private People people;

    @LocalServerPort
    private int port;

    @AfterEach
    void nobody() {
        Acting.asNobody();
    }

    @Test
    void isThatOfTheInviterForStrangersAndTheirOwnForWhoChoseOne() throws Exception {
        var scene = new Scene(context);
        var organiser = scene.person("organiser");
        people.grant(organiser, Role.PROGRAM_ADMIN, scene.programId, null);
        people.setPassword(organiser, PASSWORD);
        var english = email(scene.person("english"));
        scene.rows()
                .sql("update person set language_chosen = true where email = ?")
                .param(english)
                .update();
        var stranger = UUID.randomUUID() + "@example.org";
        var browser = new Browser(port);
        browser.signIn(email(organiser), PASSWORD);

        var sent = browser.post(
                "/people/invite",
                Map.of(
                        "people",
                        stranger + "\n" + english,
                        "role",
                        "MENTOR",
                        "place",
                        "" + scene.competitionId,
                        "send",
                        "true",
                        "_csrf",
                        browser.csrf("/people/invite")),
                "Accept-Language",
                "fr-CH, fr;q=0.9");

        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(subjects(scene, stranger)).hasSize(1).allMatch(one -> one.startsWith("organiser vous invite"));
        assertThat(subjects(scene, english)).hasSize(1).allMatch(one -> one.startsWith("organiser invites you"));
    }

    private String email(UUID personId) {
        return people.byIds(List.of(personId)).get(personId).email();
    }

    private static List<String> subjects(Scene scene, String email) {
        return scene.rows()
                .sql("select subject from notification n join person p on p.id = n.person_id where p.email = ?")
                .param(email)
                .query(String.class)
                .list();
    }
}
