package org.regatta.local;

import org.regatta.ops.DemoAccounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Says where Regatta is, who may sign in, and where mails, files and data are. */
@Component
@Profile("local")
class StartMessage {

    private static final Logger log = LoggerFactory.getLogger(StartMessage.class);

    private final LocalProperties properties;
    private final EmbeddedDatabase database;

    StartMessage(LocalProperties properties, EmbeddedDatabase database) {
        this.properties = properties;
        this.database = database;
    }

    @EventListener
    void say(ApplicationReadyEvent ready) {
        if (!(ready.getApplicationContext() instanceof WebServerApplicationContext context)) {
            return;
        }
        var address = "http://localhost:" + context.getWebServer().getPort();
        var people = new StringBuilder();
        for (var demo : DemoPeople.PEOPLE) {
            people.append(String.format("%n    %-26s %-14s %s", demo.email(), demo.role(), demo.does()));
        }
        log.info(
                """


                  Regatta is ready:  {}

                  Sign in with the password  {}  as{}

                  Caught mails:  {}/local/mails
                  Database:      {}
                  S3 server:     http://127.0.0.1:{}
                  Kept in:       {}   (delete it for a fresh start)
                """,
                address,
                DemoAccounts.PASSWORD,
                people,
                address,
                database.getJdbcUrl(),
                properties.storagePort(),
                properties.folder().toAbsolutePath().normalize());
    }
}
