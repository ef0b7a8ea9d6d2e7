package org.regatta.identity.web.people;

import java.util.List;
import java.util.UUID;
import org.regatta.identity.Access;
import org.regatta.identity.directory.Directory;
import org.regatta.identity.factor.SecondFactors;
import org.regatta.identity.personal.Erasures;
import org.regatta.identity.role.RoleGrants;
import org.regatta.identity.role.RoleRequests;
import org.regatta.identity.web.people.PersonPageController.Wanted;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.regatta.shared.web.ProblemWords;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page of one account, {@code identity/person.html}, for whoever answers one of its forms. */
@Component
class PersonPage {

    private final Directory directory;
    private final RoleGrants grants;
    private final RoleRequests requests;
    private final Erasures erasures;
    private final SecondFactors factors;
    private final Access access;
    private final ProblemWords words;

    PersonPage(
            Directory directory,
            RoleGrants grants,
            RoleRequests requests,
            Erasures erasures,
            SecondFactors factors,
            Access access,
            ProblemWords words) {
        this.directory = directory;
        this.grants = grants;
        this.requests = requests;
        this.erasures = erasures;
        this.factors = factors;
        this.access = access;
        this.words = words;
    }

    /** As it is looked at. */
    ModelAndView of(UUID personId) {
        return page(personId, Wanted.NOTHING, "", List.of());
    }

    /** Once more with the role that was chosen and what is wrong with it. */
    ModelAndView again(UUID personId, Wanted wanted, InvalidInput wrong) {
        return refused(page(personId, wanted, "", words.of(wrong).findings()));
    }

    /** Once more with what was typed, in the field that the finding names. */
    ModelAndView again(UUID personId, String typed, InvalidInput wrong) {
        return refused(page(personId, Wanted.NOTHING, typed, words.of(wrong).findings()));
    }

    private static ModelAndView refused(ModelAndView page) {
        page.setStatus(HttpStatus.UNPROCESSABLE_ENTITY);
        return page;
    }

    private ModelAndView page(UUID personId, Wanted wanted, String typed, List<Finding> findings) {
        var page = new ModelAndView("identity/person");
        var places = grants.grantable();
        page.addObject("person", directory.get(personId));
        page.addObject("app", factors.has(personId));
        page.addObject("self", access.viewer().personId().equals(personId));
        page.addObject("requests", requests.about(personId));
        page.addObject("places", places);
        page.addObject("roles", GrantForms.roles(places));
        page.addObject("erasure", erasures.of(personId).orElse(null));
        page.addObject("wanted", wanted);
        page.addObject("typed", typed);
        page.addObject("findings", findings);
        return page;
    }
}
