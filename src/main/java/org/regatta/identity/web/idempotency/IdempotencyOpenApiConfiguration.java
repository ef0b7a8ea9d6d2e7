package org.regatta.identity.web.idempotency;

import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Says in the description of the API which operations take an idempotency key. */
@Configuration(proxyBeanMethods = false)
class IdempotencyOpenApiConfiguration {

    @Bean
    OpenApiCustomizer idempotencyKeys() {
        return api -> api.getPaths().forEach(IdempotencyOpenApiConfiguration::add);
    }

    private static void add(String path, PathItem item) {
        item.readOperationsMap().forEach((method, operation) -> {
            if (IdempotencyFilter.takesKey(method.name(), path)) {
                operation.addParametersItem(new HeaderParameter()
                        .name(IdempotencyFilter.KEY)
                        .description(
                                "Anything new, for instance a UUID. The same request with the same key is done once and"
                                        + " answered the same for 48 hours; another request with the same key gets 422.")
                        .required(false)
                        .schema(new StringSchema()
                                .minLength(1)
                                .maxLength(IdempotencyFilter.LONGEST_KEY)
                                .pattern("^" + IdempotencyFilter.VISIBLE + "$")));
            }
        });
    }
}
