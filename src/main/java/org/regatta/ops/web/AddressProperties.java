package org.regatta.ops.web;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Regatta is found, and through whom; keys {@code regatta.*}.
 *
 * @param baseUrl where people find Regatta: requests that name another host are refused
 * @param trustedProxies addresses or ranges ({@code 172.18.0.0/16}) of the reverse proxies that are believed who asks and
 *     whether over TLS; without any, nobody is
 */
@ConfigurationProperties("regatta")
record AddressProperties(URI baseUrl, @DefaultValue List<String> trustedProxies) {}
