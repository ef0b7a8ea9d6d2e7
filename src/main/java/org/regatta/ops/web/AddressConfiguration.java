package org.regatta.ops.web;

import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whom a request is believed about where it comes from. */
@Configuration(proxyBeanMethods = false)
class AddressConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> believesProxies(AddressProperties properties) {
        return server -> server.addEngineValves(new TrustedProxies(properties.trustedProxies()));
    }
}
