package org.regatta.story;

import java.net.URI;
import org.regatta.identity.NewPerson;
import org.regatta.identity.People;
import org.regatta.identity.Role;

/** Gives the people of a story what they need to sign in; the rest they do themselves, over HTTP. */
public class StoryPeople {

    /** Everybody's password in the stories. */
    public static final String PASSWORD = "a story's long password";

    private final People people;

    StoryPeople(People people) {
        this.people = people;
    }

    /** Somebody who may do everything, signed in. */
    public RegattaClient superAdmin(URI base) {
        var email = "super@story.example";
        var id = people.ensure(new NewPerson(email, "Story Super Admin"));
        people.grant(id, Role.SUPER_ADMIN, null, null);
        people.setPassword(id, PASSWORD);
        return RegattaClient.signIn(base, email, PASSWORD);
    }

    /** Lets the jurors and the admin of a bundle sign in. */
    public void givePasswords(Bundle bundle) {
        people.setPassword(people.ensure(new NewPerson(bundle.admin(), "Admin")), PASSWORD);
        bundle.jurors()
                .forEach((label, email) ->
                        people.setPassword(people.ensure(new NewPerson(email, "Juror " + label)), PASSWORD));
    }
}
