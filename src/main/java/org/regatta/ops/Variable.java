package org.regatta.ops;

import static org.regatta.ops.ValueForm.ADDRESS_RANGES;
import static org.regatta.ops.ValueForm.BYTES;
import static org.regatta.ops.ValueForm.DAYS;
import static org.regatta.ops.ValueForm.KEY;
import static org.regatta.ops.ValueForm.LEVEL;
import static org.regatta.ops.ValueForm.MAIL_ADDRESS;
import static org.regatta.ops.ValueForm.PORT;
import static org.regatta.ops.ValueForm.SECONDS;
import static org.regatta.ops.ValueForm.TEXT;
import static org.regatta.ops.ValueForm.WEB_ADDRESS;

/**
 * The environment variables of a deployment, each with the property it sets. The names are those of the portal before
 * Regatta, so that its {@code .env} starts Regatta; {@code DATABASE_URL} is read by {@link DatabaseUrl}.
 */
enum Variable {
    NEXTAUTH_URL("regatta.base-url", WEB_ADDRESS),
    TRUSTED_PROXIES("regatta.trusted-proxies", ADDRESS_RANGES),
    NEXTAUTH_SECRET("regatta.secret", TEXT),
    /** The newer name of the same; wins where both are set. */
    AUTH_SECRET("regatta.secret", TEXT),
    SESSION_MAX_AGE("server.servlet.session.timeout", SECONDS),
    MAGIC_LINK_EXPIRY("regatta.magic-link-expiry", SECONDS),
    MAX_FILE_SIZE("regatta.file.max-size", BYTES),
    LOG_LEVEL("logging.level.org.regatta", LEVEL),
    MINIO_ENDPOINT("regatta.file.endpoint", WEB_ADDRESS, true),
    MINIO_PUBLIC_ENDPOINT("regatta.file.public-endpoint", WEB_ADDRESS, true),
    MINIO_ACCESS_KEY("regatta.file.access-key", TEXT, true),
    MINIO_SECRET_KEY("regatta.file.secret-key", TEXT, true),
    MINIO_BUCKET("regatta.file.bucket", TEXT, true),
    SMTP_HOST("spring.mail.host", TEXT, true),
    SMTP_PORT("spring.mail.port", PORT, true),
    SMTP_USER("spring.mail.username", TEXT, true),
    SMTP_PASS("spring.mail.password", TEXT, true),
    EMAIL_FROM("regatta.mail.from", MAIL_ADDRESS, true),
    AUDIT_SIGNING_KEY("regatta.audit.signing-key", KEY, true),
    AUDIT_RETENTION_DAYS("regatta.audit.retention", DAYS),
    CRON_SECRET("regatta.cron.secret", TEXT),
    OPENAI_API_KEY("regatta.ai.openai-api-key", TEXT),
    OPENAI_MODEL("regatta.ai.openai-model", TEXT),
    OPENAI_BASE_URL("regatta.ai.openai-base-url", WEB_ADDRESS),
    ANTHROPIC_API_KEY("regatta.ai.anthropic-api-key", TEXT),
    POSTE_API_URL("regatta.poste.api-url", WEB_ADDRESS),
    POSTE_ADMIN_EMAIL("regatta.poste.admin-email", MAIL_ADDRESS),
    POSTE_ADMIN_PASSWORD("regatta.poste.admin-password", TEXT),
    POSTE_MAIL_DOMAIN("regatta.poste.mail-domain", TEXT);

    private final String property;
    private final ValueForm form;
    private final boolean embeddedLocally;

    Variable(String property, ValueForm form) {
        this(property, form, false);
    }

    Variable(String property, ValueForm form, boolean embeddedLocally) {
        this.property = property;
        this.form = form;
        this.embeddedLocally = embeddedLocally;
    }

    /** The property it sets. */
    String property() {
        return property;
    }

    /** Whether it points to a server that the local profile brings along and so leaves unread. */
    boolean embeddedLocally() {
        return embeddedLocally;
    }

    /**
     * The property's value.
     *
     * @throws StartRefused if the variable's value has another form; names the variable, never the value
     */
    String read(String value) {
        try {
            return form.read(value);
        } catch (MalformedValue e) {
            throw new StartRefused(name() + " is malformed.", "Set " + name() + " to " + e.getMessage() + ".");
        }
    }
}
