package org.regatta.identity.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Rows of {@code api_token}. */
interface ApiTokenRepository extends Repository<ApiToken, UUID> {

    /** A token works until it is revoked or has expired. */
    String WORKS = " t.revokedAt is null and (t.expiresAt is null or t.expiresAt > :now) ";

    ApiToken save(ApiToken token);

    @Query("select t from ApiToken t where t.personId = :personId and" + WORKS + "order by t.id desc")
    List<ApiToken> working(UUID personId, Instant now, Limit limit);

    @Query("select t from ApiToken t where t.tokenHash = :hash and" + WORKS)
    Optional<ApiToken> working(byte[] hash, Instant now);

    /** A token in whatever state. */
    Optional<ApiToken> findByTokenHash(byte[] tokenHash);

    /** Whether the person has to set a password or a passkey before anything else. */
    @Query(value = "select must_set_password from person where id = :personId", nativeQuery = true)
    boolean mustSetPassword(UUID personId);

    Optional<ApiToken> findByIdAndPersonIdAndRevokedAtIsNull(UUID id, UUID personId);

    /** Leaves the version alone: many requests may use one token at the same moment. */
    @Modifying
    @Query("update ApiToken t set t.lastUsedAt = :now where t.id = :id")
    void used(UUID id, Instant now);
}
