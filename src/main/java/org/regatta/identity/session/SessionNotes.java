package org.regatta.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Ids;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;

/** What a session knows besides the person: when and where the sign-in was, and what is left to do. */
public final class SessionNotes {

    /** How long a sign-in counts as fresh. */
    public static final Duration FRESH = Duration.ofMinutes(10);

    /** Session attribute: the id, as text, of the view in which the session's owner sees the site as another person. */
    public static final String VIEW_AS = "REGATTA_VIEW_AS";

    static final String DEVICE = "regatta.device";
    static final String AGENT = "regatta.agent";
    static final String ADDRESS = "regatta.address";
    static final String SIGNED_IN_AT = "regatta.signedInAt";
    private static final String LEFT = "regatta.left";
    private static final int LONGEST_AGENT = 300;

    private SessionNotes() {}

    /** Notes a sign-in on the session of this request, which exists. */
    public static void begin(HttpServletRequest request, Collection<NextStep> left, Instant now) {
        var session = request.getSession();
        var agent = request.getHeader(HttpHeaders.USER_AGENT);
        session.setAttribute(DEVICE, Ids.next());
        session.setAttribute(AGENT, agent == null ? "" : agent.substring(0, Math.min(LONGEST_AGENT, agent.length())));
        session.setAttribute(ADDRESS, request.getRemoteAddr());
        session.setAttribute(SIGNED_IN_AT, now);
        note(session, left);
    }

    /**
     * Whether somebody is in a session of which {@link #begin} noted nothing: Spring keeps the person in it before what
     * follows a sign-in is done, and that may fail.
     */
    public static boolean brokeOff(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY) != null
                && session.getAttribute(LEFT) == null;
    }

    /** What is to be done next; empty once the sign-in is complete, and for who is not signed in. */
    public static Optional<NextStep> next(HttpServletRequest request) {
        var session = request.getSession(false);
        return session == null ? Optional.empty() : left(session).stream().findFirst();
    }

    /** Notes that a step was done. */
    public static void done(HttpServletRequest request, NextStep step) {
        var session = request.getSession(false);
        if (session != null) {
            var left = left(session);
            left.remove(step);
            note(session, left);
        }
    }

    /** Whether the person signed in, or confirmed it, within {@link #FRESH}. */
    public static boolean fresh(HttpServletRequest request, Instant now) {
        var session = request.getSession(false);
        return session != null
                && session.getAttribute(SIGNED_IN_AT) instanceof Instant at
                && at.plus(FRESH).isAfter(now);
    }

    /** Whether the session's owner sees the site as another person, and so may only read. */
    public static boolean viewsAs(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(VIEW_AS) != null;
    }

    /** The id of the device this request comes from; null for who is not signed in by a session. */
    public static @Nullable UUID device(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(DEVICE) instanceof UUID device ? device : null;
    }

    private static void note(HttpSession session, Collection<NextStep> left) {
        session.setAttribute(
                LEFT, String.join(",", left.stream().map(Enum::name).toList()));
    }

    private static EnumSet<NextStep> left(HttpSession session) {
        var steps = EnumSet.noneOf(NextStep.class);
        if (session.getAttribute(LEFT) instanceof String names && !names.isEmpty()) {
            for (var name : names.split(",", -1)) {
                steps.add(NextStep.valueOf(name));
            }
        }
        return steps;
    }
}
