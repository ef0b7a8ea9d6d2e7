package org.regatta.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regatta.identity.Role;
import org.regatta.ops.DemoAccounts;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
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
    void saysAtTheStartWhereItIsAndWhoMaySignIn() {
        var server = mock(WebServer.class);
        when(server.getPort()).thenReturn(8081);
        var context = mock(ServletWebServerApplicationContext.class);
        when(context.getWebServer()).thenReturn(server);
        var ready = mock(ApplicationReadyEvent.class);
        when(ready.getApplicationContext()).thenReturn(context);
        var database = mock(EmbeddedDatabase.class);
        when(database.getJdbcUrl()).thenReturn("jdbc:postgresql://localhost:5433/regatta");
        var said = new ListAppender<ILoggingEvent>();
        var log = (Logger) LoggerFactory.getLogger(StartMessage.class);
        said.start();
        log.addAppender(said);

        new StartMessage(new LocalProperties(Path.of("kept"), 0, 8333, 3025), database).say(ready);

        log.detachAppender(said);
        assertThat(said.list).singleElement().satisfies(message -> {
            assertThat(message.getFormattedMessage().lines().map(String::strip))
                    .contains(
                            "Regatta is ready:  http://localhost:8081",
                            "Sign in with the password  " + DemoAccounts.PASSWORD + "  as",
                            "Caught mails:  http://localhost:8081/local/mails",
                            "Database:      jdbc:postgresql://localhost:5433/regatta",
                            "S3 server:     http://127.0.0.1:8333")
                    .anyMatch(line -> line.startsWith("Kept in:")
                            && line.contains(Path.of("kept").toAbsolutePath().toString()));
            assertThat(DemoPeople.PEOPLE)
                    .allSatisfy(person -> assertThat(message.getFormattedMessage())
                            .containsPattern(person.email() + " +" + person.role() + " +" + person.does()));
        });
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
