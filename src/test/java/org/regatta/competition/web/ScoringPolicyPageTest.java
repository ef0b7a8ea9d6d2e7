package org.regatta.competition.web;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.model;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.ZoneId;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regatta.competition.CompetitionStatus;
import org.regatta.competition.CompetitionView;
import org.regatta.competition.Competitions;
import org.regatta.competition.ScoringPolicies;
import org.regatta.competition.ScoringPolicy;
import org.regatta.competition.ScoringPolicyView;
import org.regatta.identity.Access;
import org.regatta.shared.ChangedMeanwhile;
import org.regatta.shared.Ids;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

class ScoringPolicyPageTest {

    private final UUID competitionId = Ids.next();
    private final UUID policyId = Ids.next();
    private final String address = "/competitions/" + competitionId + "/scoring-policies/" + policyId;
    private final ScoringPolicy rules = ScoringPolicy.plainMean();
    private final ScoringPolicies policies = mock();
    private final Competitions competitions = mock();
    private final MockMvc page = MockMvcBuilders.standaloneSetup(
                    new ScoringPolicyPageController(policies, competitions, mock(Access.class), new ObjectMapper()))
            .build();

    @BeforeEach
    void aPolicy() {
        when(policies.get(policyId))
                .thenReturn(new ScoringPolicyView(policyId, competitionId, "mean", "Mean", rules, 3));
        when(competitions.get(competitionId))
                .thenReturn(new CompetitionView(
                        competitionId,
                        Ids.next(),
                        "Prizes",
                        "prize",
                        "Prize",
                        "",
                        ZoneId.of("Europe/Warsaw"),
                        false,
                        CompetitionStatus.DRAFT));
        when(policies.read(any(), any())).thenReturn(rules);
    }

    @Test
    void changesTheVersionThatWasRead() throws Exception {
        page.perform(post(address).param("rules", "{}").param("version", "3"))
                .andExpect(redirectedUrl(address))
                .andExpect(flash().attribute("done", "policy.saved"));

        verify(policies).change(policyId, rules, 3);
    }

    @Test
    void showsWhatWasTypedAgainWhereItIsNoJson() throws Exception {
        page.perform(post(address).param("rules", "{oops").param("version", "3"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(model().attribute("rules", "{oops"))
                .andExpect(model().attributeExists("findings"));

        verify(policies, never()).change(any(), any(), anyInt());
    }

    @Test
    void showsWhatWasTypedAgainWhereSomebodyElseChangedIt() throws Exception {
        doThrow(new ChangedMeanwhile()).when(policies).change(policyId, rules, 2);

        page.perform(post(address).param("rules", "{\"mine\": 1}").param("version", "2"))
                .andExpect(status().isConflict())
                .andExpect(model().attribute("rules", "{\"mine\": 1}"))
                .andExpect(model().attributeExists("findings"));
    }

    @Test
    void refusesAChangeOfNoVersion() throws Exception {
        page.perform(post(address).param("rules", "{}")).andExpect(status().isBadRequest());

        verify(policies, never()).change(any(), any(), anyInt());
    }
}
