package org.regatta.workflow.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The start page: the desk of the person's primary role. */
@Controller
class DeskController {

    private final Desks desks;

    DeskController(Desks desks) {
        this.desks = desks;
    }

    @GetMapping("/")
    String start() {
        return "redirect:" + desks.mine().getFirst().address();
    }
}
