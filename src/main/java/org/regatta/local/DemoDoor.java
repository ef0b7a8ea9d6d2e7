package org.regatta.local;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.regatta.ops.DemoAccounts;
import org.springframework.context.annotation.Profile;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Puts the demo people on the sign-in page, each a button that signs in by the ordinary form: there is no other door to
 * leave open by mistake, and in production neither these people nor this class nor the panel exist.
 */
@ControllerAdvice
@Profile({"local", "components"})
class DemoDoor {

    @ModelAttribute
    void people(HttpServletRequest request, Model model) {
        if (request.getServletPath().equals("/sign-in")) {
            model.addAttribute(
                    "demoPeople",
                    DemoPeople.PEOPLE.stream()
                            .map(person ->
                                    Map.of("account", person.account(), "email", person.email(), "name", person.name()))
                            .toList());
            model.addAttribute("demoPassword", DemoAccounts.PASSWORD);
        }
    }
}
