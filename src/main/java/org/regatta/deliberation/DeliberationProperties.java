package org.regatta.deliberation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How decisions are made; keys {@code regatta.deliberation.*}.
 *
 * @param fourEyes whether decisions must be approved by somebody who prepared none of them
 */
@ConfigurationProperties("regatta.deliberation")
record DeliberationProperties(@DefaultValue("false") boolean fourEyes) {}
