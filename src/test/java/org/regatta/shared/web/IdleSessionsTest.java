package org.regatta.shared.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;

/** A session lasts from the reader's last act, whatever the page asks by itself. */
class IdleSessionsTest {

    private static final Instant START = Instant.parse("2026-11-27T09:00:00Z");

    private final Clock clock = mock(Clock.class);
    private final IdleSessions sessions = new IdleSessions(clock, Duration.ofDays(7));
    private final MockHttpSession session = new MockHttpSession();

    @BeforeEach
    void aSessionLastsAnHour() throws Exception {
        session.setMaxInactiveInterval((int) Duration.ofHours(1).toSeconds());
        asks(Duration.ZERO, false);
    }

    @Test
    void endsWhileATabAsksByItself() throws Exception {
        for (int minute = 1; minute <= 60; minute++) {
            asks(Duration.ofMinutes(minute), true);
            assertThat(session.isInvalid()).as("after %d minutes", minute).isFalse();
        }
        asks(Duration.ofMinutes(61), true);
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void lastsAsLongAsSomebodyActs() throws Exception {
        for (int minute = 50; minute <= 500; minute += 50) {
            asks(Duration.ofMinutes(minute), false);
        }
        assertThat(session.isInvalid()).isFalse();
    }

    @Test
    void endsAfterAWeekWhateverSomebodyDoes() throws Exception {
        for (int hour = 1; hour <= 7 * 24; hour++) {
            asks(Duration.ofHours(hour), false);
        }
        assertThat(session.isInvalid()).isFalse();

        asks(Duration.ofDays(7).plusMinutes(1), false);

        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void beginsNoSessionForAStranger() throws Exception {
        var request = new MockHttpServletRequest();
        sessions.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
        assertThat(request.getSession(false)).isNull();
    }

    private void asks(Duration after, boolean byItself) throws Exception {
        when(clock.millis()).thenReturn(START.plus(after).toEpochMilli());
        var request = new MockHttpServletRequest();
        request.setSession(session);
        if (byItself) {
            request.addHeader(IdleSessions.BY_ITSELF, "1");
        }
        sessions.doFilter(request, new MockHttpServletResponse(), new MockFilterChain());
    }
}
