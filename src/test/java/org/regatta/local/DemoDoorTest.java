package org.regatta.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regatta.identity.Role;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.ui.ConcurrentModel;

class DemoDoorTest {

    @Test
    void hasOnePersonForEveryRole() {
        assertThat(DemoPeople.PEOPLE.stream().map(DemoPeople.Demo::role)).containsExactlyInAnyOrder(Role.values());
    }

    @Test
    void showsThePeopleOnTheSignInPageAndNowhereElse() {
        assertThat(model("/sign-in").getAttribute("demoPeople"))
                .asInstanceOf(InstanceOfAssertFactories.list(Map.class))
                .hasSameSizeAs(DemoPeople.PEOPLE)
                .contains(Map.of("account", "juror", "email", "juror@regatta.example", "name", "Jonas Juror"));
        assertThat(model("/inbox").asMap()).isEmpty();
    }

    @Test
    void hasAWordForEverybodyInBothLanguages() throws IOException {
        for (var file : new String[] {"messages.properties", "messages_fr.properties"}) {
            var messages = Files.readString(Path.of("src/main/resources", file));
            assertThat(DemoPeople.PEOPLE)
                    .allSatisfy(person -> assertThat(messages).contains("\ndemo.does." + person.account() + "="));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"org/regatta/local/**", "templates/local/**", "demo/**", "application-local.yaml"})
    void staysOutOfTheProductionArtifact(String excluded) throws IOException {
        var pom = Files.readString(Path.of("pom.xml"));
        var jar = pom.substring(pom.indexOf("<artifactId>maven-jar-plugin</artifactId>"));

        assertThat(jar.substring(0, jar.indexOf("</plugin>"))).contains("<exclude>" + excluded + "</exclude>");
    }

    private static ConcurrentModel model(String path) {
        var request = new MockHttpServletRequest("GET", path);
        request.setServletPath(path);
        var model = new ConcurrentModel();
        new DemoDoor().people(request, model);
        return model;
    }
}
