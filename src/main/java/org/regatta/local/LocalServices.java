package org.regatta.local;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Starts the embedded servers before what uses them, and stops them after it. */
@Configuration
@Profile("local")
class LocalServices {

    private final LocalProperties properties;

    LocalServices(LocalProperties properties) {
        this.properties = properties;
    }

    @Bean
    LocalFolder localFolder(@Value("${server.port:8080}") int serverPort) {
        var folder = LocalFolder.take(properties.folder());
        FreePort.require(serverPort, "Regatta", "SERVER_PORT");
        FreePort.require(properties.storagePort(), "the embedded S3 server", "REGATTA_LOCAL_STORAGE_PORT");
        FreePort.require(properties.mailPort(), "the mail catcher", "REGATTA_LOCAL_MAIL_PORT");
        return folder;
    }

    /** Boot's data source asks this bean for its address, and so starts after it. */
    @Bean
    EmbeddedDatabase embeddedDatabase(LocalFolder folder) {
        return EmbeddedDatabase.start(folder, properties.databasePort());
    }

    @Bean
    EmbeddedStorage embeddedStorage(
            LocalFolder folder,
            @Value("${regatta.file.access-key}") String accessKey,
            @Value("${regatta.file.secret-key}") String secretKey)
            throws Exception {
        return EmbeddedStorage.start(folder.resolve("files"), properties.storagePort(), accessKey, secretKey);
    }

    @Bean
    MailCatcher mailCatcher(LocalFolder folder) {
        return new MailCatcher(properties.mailPort());
    }
}
