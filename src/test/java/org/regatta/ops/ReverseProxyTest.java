package org.regatta.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the reverse proxy of the production composition must not do. */
class ReverseProxyTest {

    private static final Pattern REDIRECT = Pattern.compile("return 30\\d ([^;]+);");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(\\w+)}");

    private final String proxy = read("nginx.conf");

    @Test
    void sendsNobodyToAHostThatARequestNames() {
        var targets =
                REDIRECT.matcher(proxy).results().map(found -> found.group(1)).toList();

        assertThat(targets).isNotEmpty().allSatisfy(target -> assertThat(target).startsWith("$home$"));
        assertThat(proxy).contains("map \"${NEXTAUTH_URL}\" $home {");
    }

    @Test
    void isGivenEveryValueItLeavesOpen() {
        var composition = read("docker-compose.yml");

        assertThat(PLACEHOLDER.matcher(proxy).results().map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(composition)
                        .contains(name + ": ${" + name + ":?", "NGINX_ENVSUBST_FILTER: \"^" + name + "$$\""));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of("docker", file));
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }
}
