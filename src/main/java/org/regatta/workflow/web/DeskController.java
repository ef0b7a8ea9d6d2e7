package org.regatta.workflow.web;

import java.util.Optional;
import org.regatta.identity.Access;
import org.regatta.workflow.Inbox;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The start page: the desk of the person's primary role; without any role, what waits for the person's answer. */
@Controller
class DeskController {

    private final Desks desks;
    private final Access access;
    private final ObjectProvider<Inbox.Beginning> beginnings;

    DeskController(Desks desks, Access access, ObjectProvider<Inbox.Beginning> beginnings) {
        this.desks = desks;
        this.access = access;
        this.beginnings = beginnings;
    }

    @GetMapping("/")
    String start() {
        var waiting = access.viewer().grants().isEmpty()
                ? beginnings.stream()
                        .map(Inbox.Beginning::address)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.<String>empty();
        return "redirect:" + waiting.orElseGet(() -> desks.mine().getFirst().address());
    }
}
