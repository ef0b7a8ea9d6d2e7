package org.regatta.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.RegattaTest;
import org.regatta.Scene;
import org.regatta.identity.Acting;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;
import org.regatta.project.mentor.Mentors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** How an organiser gives a project somebody who accompanies it, and what that person then finds. */
@RegattaTest
class MentorPagesIT {

    private static final String PASSWORD = "calm-water-2026";

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    private Scene scene;
    private List<UUID> projects;

    @BeforeEach
    void aCompetitionWithProjects() {
        scene = new Scene(context);
        projects = scene.projects(2);
    }

    @AfterEach
    void nobodyIsLeft() {
        Acting.asNobody();
    }

    @Test
    void anOrganiserNamesAndRemovesAMentorOnThePageOfAProjectWithTheKeyboard() {
        var organiser = person("organiser", Role.PROGRAM_ADMIN);
        try (var visitor = visitor(Locale.ENGLISH).signIn(organiser, PASSWORD)) {
            visitor.open("/projects/" + projects.getFirst());
            assertThat(panel(visitor)).contains("Nobody accompanies this project yet.", "There is nobody else to name");
            visitor.judge("mentors-nobody");

            person("Mira Mentor", Role.MENTOR);
            var keys = new Keyboard(
                    visitor.open("/projects/" + projects.getFirst()).page());
            keys.choose("#mentor", "Mira Mentor");
            keys.go("form:has(#mentor) button");
            assertThat(visitor.page().textContent("[role=status]")).contains("The mentor is named");
            assertThat(panel(visitor)).contains("Mira Mentor", "There is nobody else to name");
            visitor.judge("mentors-named");
            visitor.open("/projects/" + projects.getFirst() + "?lang=fr");
            assertThat(panel(visitor)).contains("Les mentors lisent le projet", "depuis le ");
            visitor.judge("mentors-named-fr");

            keys.go("section[aria-labelledby=mentors] li button");
            assertThat(visitor.page().textContent("[role=status]")).contains("Le mentor est retiré");
            assertThat(panel(visitor)).contains("Personne n’accompagne encore ce projet.");
        }
    }

    @Test
    void aMentorFindsTheProjectsTheyAreNamedForInTheInboxAndOnTheListOfProjectsByKeyboardAndByThumb() {
        var mira = person("Mira Mentor", Role.MENTOR);
        var list = "/competitions/" + scene.competitionId + "/projects";
        try (var visitor =
                Visitor.onAPhone(Chromium.running(), "http://localhost:" + port).signIn(mira, PASSWORD)) {
            visitor.open(list);
            assertThat(visitor.page().textContent("main")).contains("You accompany no project here");
            visitor.judge("mentor-no-project");

            Acting.as(scene.admin);
            var id = context.getBean(People.class).ensure(new NewPerson(mira, "Mira Mentor"));
            context.getBean(Mentors.class).name(projects.getFirst(), id);

            visitor.open(list);
            assertThat(visitor.page().locator("tbody tr").count()).isOne();
            visitor.open("/inbox");
            assertThat(visitor.page().textContent("main")).doesNotContain("No team needs you yet");
            visitor.judge("mentor-inbox");
            for (var hands : List.of(new Keyboard(visitor.page()), new Thumb(visitor.page()))) {
                visitor.open("/inbox");
                hands.go("section[aria-labelledby=accompanied] a:has-text('Project 1')");
            }
            assertThat(visitor.page().textContent("main")).contains("Team 1", "Declare a conflict");
            assertThat(visitor.page()
                            .locator("section[aria-labelledby=mentors]")
                            .count())
                    .as("who is named is the organisers' to see")
                    .isZero();
            visitor.judge("mentor-project");
        }
    }

    private static String panel(Visitor visitor) {
        return visitor.page().textContent("section[aria-labelledby=mentors]");
    }

    private String person(String name, Role role) {
        var people = context.getBean(People.class);
        var email = name.replace(' ', '.') + "." + scene.competitionId + "@mentors.example";
        var id = people.ensure(new NewPerson(email, name));
        people.setPassword(id, PASSWORD);
        people.grant(id, role, null, scene.competitionId);
        return email;
    }

    private Visitor visitor(Locale language) {
        return new Visitor(Chromium.running(), "http://localhost:" + port, language);
    }
}
