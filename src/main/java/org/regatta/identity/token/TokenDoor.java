package org.regatta.identity.token;

import java.util.Optional;
import org.regatta.identity.limit.RateLimits;
import org.regatta.identity.token.ApiTokens.Bearer;
import org.regatta.shared.TooManyRequests;
import org.springframework.stereotype.Component;

/**
 * Where tokens come in. Each that does not work is written down, and after a number of them from one network address the
 * others from there are refused without an entry. Good tokens from there go on working.
 */
@Component
public class TokenDoor {

    private static final String LIMIT = "bad-token";

    private final RateLimits limits;
    private final ApiTokens tokens;

    TokenDoor(RateLimits limits, ApiTokens tokens) {
        this.limits = limits;
        this.tokens = tokens;
    }

    /** As {@link ApiTokens#bearer}. */
    public Optional<Bearer> bearer(String secret) {
        return tokens.bearer(secret);
    }

    /**
     * Counts a token that does not work and writes it down. Call it outside of any transaction.
     *
     * @param secret as it was sent
     * @param address the sender's
     * @throws TooManyRequests if it is one too many from there
     */
    public void refuse(String secret, String address) {
        limits.take(LIMIT, address);
        tokens.refused(secret);
    }
}
