package org.regatta.identity.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

/** Rows of {@code api_token}. */
interface ApiTokenRepository extends Repository<ApiToken, UUID> {

    ApiToken save(ApiToken token);

    @Query("select t from ApiToken t where t.personId = :personId and t.revokedAt is null"
            + " and (t.expiresAt is null or t.expiresAt > :now) order by t.id desc")
    List<ApiToken> working(UUID personId, Instant now, Limit limit);

    /** A token in whatever state. */
    Optional<ApiToken> findByTokenHash(byte[] tokenHash);

    Optional<ApiToken> findByIdAndPersonIdAndRevokedAtIsNull(UUID id, UUID personId);
}
