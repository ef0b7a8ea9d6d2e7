package org.regatta.identity.web.api;

import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.FreshSignIn;
import org.regatta.identity.token.ApiTokens;
import org.regatta.identity.token.ApiTokens.Bearer;
import org.regatta.identity.token.TokenScope;
import org.regatta.identity.token.TokenView;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The viewer's API tokens. */
@RestController
@RequestMapping("/api/v1/tokens")
@Tag(name = "Tokens")
class TokenController {

    /**
     * A token to make; without scope it writes, without expiry it works until it is revoked. To administer it must expire
     * within 90 days, and is not made with a token. Made with a token that expires, it expires with that at the latest.
     */
    record NewToken(
            @NotBlank @Size(max = 100) String name,
            @Nullable TokenScope scope,
            @Nullable Instant expiresAt) {}

    /** A token just made; the secret is told this once. */
    record MadeToken(
            UUID id,
            String name,
            TokenScope scope,
            Instant createdAt,
            @Nullable Instant expiresAt,
            String secret) {

        @Override
        public String toString() {
            return "MadeToken[id=" + id + "]"; // without the secret
        }
    }

    /** All of the viewer's tokens. */
    record Tokens(List<TokenView> items) {}

    private final ApiTokens tokens;

    TokenController(ApiTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping
    Tokens list() {
        return new Tokens(tokens.own());
    }

    @FreshSignIn
    @PostMapping
    ResponseEntity<MadeToken> create(@Valid @RequestBody NewToken wanted, Authentication who) {
        var scope = wanted.scope() == null ? TokenScope.WRITE : wanted.scope();
        var made = who.getDetails() instanceof Bearer by
                ? tokens.create(wanted.name(), scope, wanted.expiresAt(), by)
                : tokens.create(wanted.name(), scope, wanted.expiresAt());
        var token = made.token();
        return ResponseEntity.created(URI.create("/api/v1/tokens/" + token.id()))
                .body(new MadeToken(
                        token.id(), token.name(), token.scope(), token.createdAt(), token.expiresAt(), made.secret()));
    }

    @FreshSignIn
    @DeleteMapping("/{tokenId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID tokenId) {
        tokens.revoke(tokenId);
    }
}
