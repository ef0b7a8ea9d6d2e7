package org.regatta.identity.web.api;

import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import org.regatta.shared.web.ProblemBody;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The description of the API at {@code /v3/api-docs}. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String TOKEN = "token";

    @Bean
    OpenAPI api() {
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Regatta")
                                .version("v1")
                                .description(
                                        "Competitions, rounds, projects, juries, tasks, evaluations, rankings and decisions. "
                                                + "Refusals are problem+json (RFC 9457). POST and PUT take an Idempotency-Key: "
                                                + "the same request with the same key is done once and answered the same for 48 hours."))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("A token made at /api/v1/tokens")));
    }

    /** Every operation may answer with a problem. */
    @Bean
    OpenApiCustomizer problems() {
        return api -> {
            ModelConverters.getInstance().readAll(ProblemBody.class).forEach(api.getComponents()::addSchemas);
            var problem = new ApiResponse()
                    .description("Why the request was refused")
                    .content(new Content()
                            .addMediaType(
                                    ProblemBody.MEDIA_TYPE,
                                    new MediaType().schema(new Schema<>().$ref("#/components/schemas/ProblemBody"))));
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(operation -> operation.getResponses().addApiResponse("default", problem));
        };
    }
}
