package org.regatta.identity.web.account;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.FreshSignIn;
import org.regatta.identity.token.ApiTokens;
import org.regatta.identity.token.IssuedToken;
import org.regatta.identity.token.TokenScope;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.web.ProblemWords;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One's own API tokens: {@code identity/tokens.html}. The secret is shown once, on the page that answers the form. */
@Controller
class TokensPageController {

    private final ApiTokens tokens;
    private final ProblemWords words;
    private final Clock clock;

    TokensPageController(ApiTokens tokens, ProblemWords words, Clock clock) {
        this.tokens = tokens;
        this.words = words;
        this.clock = clock;
    }

    /**
     * A token as it is typed.
     *
     * @param days how long it works; 0 until it is revoked
     */
    record Typed(String name, TokenScope scope, int days) {

        static final Typed NOTHING = new Typed("", TokenScope.READ, 90);
    }

    @GetMapping("/account/tokens")
    ModelAndView list() {
        return page(Typed.NOTHING, null, List.of());
    }

    @FreshSignIn
    @PostMapping("/account/tokens")
    ModelAndView create(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "READ") TokenScope scope,
            @RequestParam(defaultValue = "90") int days) {
        try {
            var expires = days <= 0 ? null : clock.instant().plus(Duration.ofDays(days));
            return page(Typed.NOTHING, tokens.create(name, scope, expires), List.of());
        } catch (InvalidInput wrong) {
            var page = page(new Typed(name, scope, days), null, words.of(wrong).findings());
            page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
            return page;
        }
    }

    @PostMapping("/account/tokens/{tokenId}/revoke")
    String revoke(@PathVariable UUID tokenId, RedirectAttributes flash) {
        tokens.revoke(tokenId);
        flash.addFlashAttribute("done", "tokens.revoked");
        return "redirect:/account/tokens";
    }

    private ModelAndView page(Typed typed, @Nullable IssuedToken made, List<Finding> findings) {
        var page = new ModelAndView("identity/tokens");
        page.addObject("tokens", tokens.own());
        page.addObject("made", made);
        page.addObject("typed", typed);
        page.addObject("scopes", TokenScope.values());
        page.addObject("findings", findings);
        return page;
    }
}
