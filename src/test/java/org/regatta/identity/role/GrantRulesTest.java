package org.regatta.identity.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.regatta.identity.Grant;
import org.regatta.identity.Place;
import org.regatta.identity.Role;
import org.regatta.identity.Viewer;
import org.regatta.shared.Ids;

class GrantRulesTest {

    private static final Set<Role> BELOW =
            EnumSet.of(Role.JURY_MEMBER, Role.MENTOR, Role.OBSERVER, Role.APPLICANT, Role.AWARD_MASTER, Role.AUDIENCE);

    private final Place program = Place.ofProgram(Ids.next());
    private final Place competition = Place.ofCompetition(program.programId(), Ids.next());
    private final Place elsewhere = Place.ofCompetition(Ids.next(), Ids.next());

    @ParameterizedTest
    @EnumSource(Role.class)
    void letsSuperAdminsGrantEverythingEverywhere(Role role) {
        var viewer = viewer(new Grant(Role.SUPER_ADMIN, null, null));

        assertThat(GrantRules.mayGrant(viewer, role, Place.SITE)).isTrue();
        assertThat(GrantRules.mayGrant(viewer, role, competition)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void letsProgramAdminsGrantOnlyWhatIsBelowThemAndOnlyInTheirProgram(Role role) {
        var viewer = viewer(new Grant(Role.PROGRAM_ADMIN, program.programId(), null));

        assertThat(GrantRules.mayGrant(viewer, role, program)).isEqualTo(BELOW.contains(role));
        assertThat(GrantRules.mayGrant(viewer, role, competition)).isEqualTo(BELOW.contains(role));
        assertThat(GrantRules.mayGrant(viewer, role, elsewhere)).isFalse();
        assertThat(GrantRules.mayGrant(viewer, role, Place.SITE)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void letsTheAdminOfOneCompetitionGrantThereAlone(Role role) {
        var viewer = viewer(new Grant(Role.PROGRAM_ADMIN, null, competition.competitionId()));

        assertThat(GrantRules.mayGrant(viewer, role, competition)).isEqualTo(BELOW.contains(role));
        assertThat(GrantRules.mayGrant(viewer, role, program)).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"SUPER_ADMIN", "PROGRAM_ADMIN"})
    void letsNobodyElseGrantAnything(Role held) {
        var viewer = viewer(new Grant(held, null, null));

        for (var role : Role.values()) {
            assertThat(GrantRules.mayGrant(viewer, role, competition)).isFalse();
        }
        assertThat(GrantRules.grantable(viewer, competition)).isEmpty();
    }

    @Test
    void offersSuperAdminsForTheWholeSiteOnly() {
        var viewer = viewer(new Grant(Role.SUPER_ADMIN, null, null));

        assertThat(GrantRules.grantable(viewer, Place.SITE)).containsExactly(Role.values());
        assertThat(GrantRules.grantable(viewer, program)).doesNotContain(Role.SUPER_ADMIN);
    }

    private static Viewer viewer(Grant... grants) {
        return new Viewer(Ids.next(), "Ada", "ada@example.org", null, null, List.of(grants));
    }
}
