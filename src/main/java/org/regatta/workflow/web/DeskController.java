package org.regatta.workflow.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.regatta.workflow.web.Desks.Desk;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The start page: the desk a person last worked at, else the first of theirs. */
@Controller
class DeskController {

    private static final String COOKIE = "REGATTA_DESK";

    private final Desks desks;

    DeskController(Desks desks) {
        this.desks = desks;
    }

    @GetMapping("/")
    String start(@CookieValue(name = COOKIE, required = false) @Nullable String last) {
        var mine = desks.mine();
        return "redirect:"
                + mine.stream()
                        .filter(desk -> desk.name().equals(last))
                        .findFirst()
                        .orElse(mine.getFirst())
                        .address();
    }

    /** Changes the desk and remembers it; a desk that is not the viewer's is answered by its own page. */
    @PostMapping("/desk")
    String sit(@RequestParam Desk desk, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(COOKIE, desk.name())
                        .path("/")
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .maxAge(Duration.ofDays(365))
                        .build()
                        .toString());
        return "redirect:" + desk.address();
    }
}
