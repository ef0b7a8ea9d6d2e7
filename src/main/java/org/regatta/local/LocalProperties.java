package org.regatta.local;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the embedded servers keep their data and listen; keys {@code regatta.local.*}.
 *
 * @param folder deleted and made anew, it gives a fresh start
 * @param databasePort 0: any that is free
 */
@ConfigurationProperties("regatta.local")
record LocalProperties(
        @DefaultValue(".regatta") Path folder,
        @DefaultValue("0") int databasePort,
        @DefaultValue("8333") int storagePort,
        @DefaultValue("3025") int mailPort) {}
