package org.regatta.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.regatta.shared.Ids;

class ViewerTest {

    private static final Grant JUROR = new Grant(Role.JURY_MEMBER, null, Ids.next());
    private static final Grant OBSERVER = new Grant(Role.OBSERVER, Ids.next(), null);

    @Test
    void beginsWithTheRoleChosen() {
        assertThat(viewer(Role.OBSERVER, JUROR, OBSERVER).primaryRole()).hasValue(Role.OBSERVER);
    }

    @Test
    void beginsWithTheHighestRoleWhereNoneIsChosen() {
        assertThat(viewer(null, OBSERVER, JUROR).primaryRole()).hasValue(Role.JURY_MEMBER);
    }

    @Test
    void forgetsAChoiceThatIsNoLongerHeld() {
        assertThat(viewer(Role.SUPER_ADMIN, OBSERVER).primaryRole()).hasValue(Role.OBSERVER);
        assertThat(viewer(Role.SUPER_ADMIN).primaryRole()).isEmpty();
    }

    private static Viewer viewer(Role chosen, Grant... grants) {
        return new Viewer(Ids.next(), "Ada", "ada@example.org", chosen, null, List.of(grants));
    }
}
