package org.regatta.identity.token;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Finding;
import org.regatta.shared.Ids;
import org.regatta.shared.InvalidInput;

/** By which a program acts for a person until it expires or is revoked. */
@Entity
@Table(name = "api_token")
class ApiToken {

    private static final Duration LONGEST_LIFE = Duration.ofDays(3_652);
    private static final int LONGEST_NAME = 100;

    @Id
    private UUID id;

    @Column(updatable = false)
    private UUID personId;

    private String name;

    @Column(updatable = false)
    private byte[] tokenHash;

    @Column(updatable = false)
    @Enumerated(EnumType.STRING)
    private TokenScope scope;

    @Column(updatable = false)
    private Instant createdAt;

    @Column(updatable = false)
    private @Nullable Instant expiresAt;

    private @Nullable Instant lastUsedAt;

    private @Nullable Instant revokedAt;

    /** Null until it is stored, which tells a new token from a known one. */
    @Version
    private @Nullable Integer version;

    @SuppressWarnings("NullAway.Init")
    protected ApiToken() {
        // for Hibernate
    }

    /**
     * A new token.
     *
     * @throws InvalidInput if the name is empty or longer than 100 characters, or the expiry has passed or is more than
     *     ten years away
     */
    ApiToken(UUID personId, String name, TokenScope scope, byte[] tokenHash, @Nullable Instant expiresAt, Instant now) {
        this.id = Ids.next();
        this.personId = personId;
        this.name = checked(name.strip());
        this.scope = scope;
        this.tokenHash = tokenHash.clone();
        this.createdAt = now;
        this.expiresAt = checked(expiresAt, now);
    }

    /** Ends it for good. */
    void revoke(Instant now) {
        revokedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID personId() {
        return personId;
    }

    TokenView view() {
        return new TokenView(id, name, scope, createdAt, expiresAt, lastUsedAt);
    }

    private static String checked(String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw new InvalidInput(new Finding(
                    "name", "The name is empty, too long or contains control characters.", "Use 1 to 100 characters."));
        }
        return name;
    }

    private static @Nullable Instant checked(@Nullable Instant expiresAt, Instant now) {
        if (expiresAt != null && !expiresAt.isAfter(now)) {
            throw new InvalidInput(
                    new Finding("expiresAt", "The expiry has passed already.", "Name a time in the future."));
        }
        if (expiresAt != null && expiresAt.isAfter(now.plus(LONGEST_LIFE))) {
            throw new InvalidInput(new Finding(
                    "expiresAt",
                    "The expiry is too far away.",
                    "Name a time within ten years, or none for a token that works until it is revoked."));
        }
        return expiresAt;
    }
}
