package org.regatta.access;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.regatta.identity.FreshSignIn;
import org.regatta.shared.Page;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** What the running application answers, as it says itself. */
final class Endpoints {

    private Endpoints() {}

    /** All of them, {@code GET /rounds/{roundId}}; those mapped to every method as {@code GET}. */
    static Set<String> of(ApplicationContext context) {
        var endpoints = new TreeSet<String>();
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .forEach(mapping -> add(mapping, endpoints));
        return endpoints;
    }

    /** The addresses that answer {@code GET} with a list. */
    static Set<String> lists(ApplicationContext context) {
        var lists = new TreeSet<String>();
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(handler ->
                        handler.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .filter(handler -> isList(handler.getValue().getMethod().getReturnType()))
                .forEach(handler -> lists.addAll(handler.getKey().getPatternValues()));
        return lists;
    }

    private static boolean isList(Class<?> answer) {
        return Page.class.isAssignableFrom(answer) || Collection.class.isAssignableFrom(answer);
    }

    /** Those of the API that ask for a fresh sign-in. */
    static Set<String> fresh(ApplicationContext context) {
        var endpoints = new TreeSet<String>();
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(handler -> handler.getValue().hasMethodAnnotation(FreshSignIn.class)
                        || handler.getValue().getBeanType().isAnnotationPresent(FreshSignIn.class))
                .forEach(handler -> add(handler.getKey(), endpoints));
        endpoints.removeIf(endpoint -> !endpoint.contains(" /api/"));
        return endpoints;
    }

    private static void add(RequestMappingInfo mapping, Set<String> endpoints) {
        var methods = mapping.getMethodsCondition().getMethods();
        for (var method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
            for (var pattern : mapping.getPatternValues()) {
                endpoints.add(method + " " + pattern);
            }
        }
    }
}
