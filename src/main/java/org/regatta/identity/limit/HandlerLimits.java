package org.regatta.identity.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Access;
import org.regatta.identity.RateLimited;
import org.regatta.shared.TooManyRequests;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Counts what is {@link RateLimited}, once a request. */
@Component
public class HandlerLimits {

    private static final String TAKEN = HandlerLimits.class.getName() + ".taken";

    private final RateLimits limits;
    private final Access access;
    private final ObjectProvider<RequestMappingHandlerMapping> handlers;
    /** Few among hundreds: most requests need not be compared with all. */
    private final SingletonSupplier<List<RequestMappingInfo>> limited = SingletonSupplier.of(this::limited);

    // the handlers know the checks they pass, and so this: it asks for them only when a request is there
    HandlerLimits(
            RateLimits limits,
            Access access,
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> handlers) {
        this.limits = limits;
        this.access = access;
        this.handlers = handlers;
    }

    /**
     * Counts a request ahead of the transaction that it will run in, since counting takes a connection of its own. What
     * no handler takes counts for nothing.
     *
     * @throws TooManyRequests if it is one too many
     */
    public void takeAhead(HttpServletRequest request) {
        take(request, handler(request).orElse(null));
    }

    /**
     * Counts a request as its handler says, unless it was counted ahead.
     *
     * @throws TooManyRequests if it is one too many
     */
    public void take(HttpServletRequest request, @Nullable Object handler) {
        if (!(handler instanceof HandlerMethod method) || request.getAttribute(TAKEN) != null) {
            return;
        }
        var limited = limit(method);
        if (limited != null) {
            limits.take(limited.value(), who(request));
            request.setAttribute(TAKEN, true);
        }
    }

    /** Whom a request counts for: the person signed in, or the network address. */
    public String who(HttpServletRequest request) {
        return access.signedIn().map(Object::toString).orElseGet(request::getRemoteAddr);
    }

    private static @Nullable RateLimited limit(HandlerMethod method) {
        var own = method.getMethodAnnotation(RateLimited.class);
        return own == null ? AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), RateLimited.class) : own;
    }

    private List<RequestMappingInfo> limited() {
        return handlers.getObject().getHandlerMethods().entrySet().stream()
                .filter(one -> limit(one.getValue()) != null)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The one that the dispatcher would choose; empty where it would refuse, or nothing limited could be meant. */
    private Optional<HandlerMethod> handler(HttpServletRequest request) {
        ServletRequestPathUtils.parseAndCache(request);
        if (limited.obtain().stream().allMatch(one -> one.getMatchingCondition(request) == null)) {
            return Optional.empty();
        }
        return handlers.getObject().getHandlerMethods().entrySet().stream()
                .flatMap(one -> Stream.ofNullable(one.getKey().getMatchingCondition(request))
                        .map(match -> Map.entry(match, one.getValue())))
                .min((one, other) -> one.getKey().compareTo(other.getKey(), request))
                .map(Map.Entry::getValue);
    }
}
