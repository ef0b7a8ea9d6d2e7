package org.regatta.workflow.proposal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How models come to run; keys {@code regatta.workflow.*}.
 *
 * @param secondPersonForModels whether a second super admin has to agree before a model is deployed
 */
@ConfigurationProperties("regatta.workflow")
record ModelProperties(@DefaultValue("false") boolean secondPersonForModels) {}
