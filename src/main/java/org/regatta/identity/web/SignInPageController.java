package org.regatta.identity.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The door: {@code identity/sign-in.html}; the form itself is answered by Spring Security. */
@Controller
class SignInPageController {

    @GetMapping("/sign-in")
    String show() {
        return "identity/sign-in";
    }
}
