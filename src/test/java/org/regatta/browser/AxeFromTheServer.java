package org.regatta.browser;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.servlet.function.RequestPredicates;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** The server of the tests has axe beside the other scripts, for {@link Visitor} to load it as a page does. */
@Configuration
class AxeFromTheServer {

    @Bean
    RouterFunction<ServerResponse> axe() {
        return RouterFunctions.resource(
                RequestPredicates.GET("/assets/axe.min.js"), new ClassPathResource("axe.min.js"));
    }
}
