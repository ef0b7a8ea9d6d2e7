package org.regatta.ops;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a deployment says about itself; keys {@code regatta.*}, in {@code .env.example} under their variables' names.
 * Its text form shows no secret.
 *
 * @param baseUrl where people find Regatta; links are built from it, never from a request
 * @param secret signs what must not be forged
 * @param magicLinkExpiry how long a link that signs in is good
 */
@ConfigurationProperties("regatta")
record DeploymentProperties(
        URI baseUrl,
        Secret secret,
        @DefaultValue("PT15M") Duration magicLinkExpiry,
        @DefaultValue Mail mail,
        @DefaultValue Cron cron,
        @DefaultValue Ai ai,
        @DefaultValue Poste poste) {

    /**
     * A text that is never shown.
     *
     * @param value the text itself
     */
    record Secret(String value) {

        // public, else the binder does not find it
        public static Secret valueOf(String value) {
            return new Secret(value);
        }

        @Override
        public String toString() {
            return "***";
        }
    }

    /**
     * Outgoing mail.
     *
     * @param from the sender: an address, or a name with the address in angle brackets
     */
    record Mail(@Nullable String from) {}

    /**
     * The earlier portal's scheduled calls.
     *
     * @param secret what a caller shows
     */
    record Cron(@Nullable Secret secret) {}

    /**
     * Language models.
     *
     * @param openaiBaseUrl of an OpenAI-compatible proxy; null: OpenAI itself
     */
    record Ai(
            @Nullable Secret openaiApiKey,
            @DefaultValue("gpt-4o") String openaiModel,
            @Nullable URI openaiBaseUrl,
            @Nullable Secret anthropicApiKey) {}

    /**
     * The mail server's own administration (Poste.io).
     *
     * @param apiUrl null where mailboxes are not managed from here
     */
    record Poste(
            @Nullable URI apiUrl,
            @Nullable String adminEmail,
            @Nullable Secret adminPassword,
            @Nullable String mailDomain) {}
}
