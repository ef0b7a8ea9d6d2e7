package org.regatta.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.regatta.identity.Access;

/**
 * A form that was sent when its sender had to confirm first who they are: kept in their session, to be sent again then.
 *
 * @param personId whose it is: nobody else sees what was typed
 * @param path where it was sent to
 * @param fields what was typed, without files and without the CSRF token
 */
public record TypedForm(UUID personId, String path, Map<String, List<String>> fields) implements Serializable {

    private static final String NOTE = "regatta.typedForm";
    private static final String CSRF = "_csrf";
    /** Secrets are typed again rather than kept. */
    private static final Set<String> SECRETS = Set.of("password", "code", "token");
    /** A list of a thousand people to invite is about half of it. */
    private static final int MOST_CHARACTERS = 200_000;

    /** Takes its own copy. */
    public TypedForm {
        fields = Map.copyOf(fields);
    }

    /** Names where it goes, and nothing of what was typed. */
    @Override
    public String toString() {
        return "TypedForm[path=" + path + "]";
    }

    /** Keeps the form of this request; false if there is none, it holds secrets, or it is too large to be kept. */
    public static boolean keep(HttpServletRequest request, Access access) {
        var session = request.getSession(false);
        var sender = access.signedIn();
        var type = request.getContentType();
        if (type != null && type.startsWith("multipart/")) {
            return false; // its files cannot be kept: they are chosen again on the form's own page
        }
        var fields = fields(request);
        if (session == null || sender.isEmpty() || !request.getMethod().equals("POST") || !keepable(fields)) {
            return false;
        }
        session.setAttribute(NOTE, new TypedForm(sender.get(), request.getServletPath(), fields));
        return true;
    }

    /** The form that is kept for this person, who confirmed who they are; it stays until it is {@link #sent}. */
    public static Optional<TypedForm> look(HttpServletRequest request, UUID personId) {
        return kept(request).filter(form -> form.personId().equals(personId));
    }

    /** Forgets the form that is kept, if this request sends it. */
    public static void sent(HttpServletRequest request) {
        kept(request)
                .filter(form ->
                        request.getMethod().equals("POST") && form.path().equals(request.getServletPath()))
                .ifPresent(form -> request.getSession().removeAttribute(NOTE));
    }

    private static Optional<TypedForm> kept(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(NOTE) instanceof TypedForm form
                ? Optional.of(form)
                : Optional.empty();
    }

    private static Map<String, List<String>> fields(HttpServletRequest request) {
        var fields = new LinkedHashMap<String, List<String>>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals(CSRF)) {
                fields.put(name, List.of(values));
            }
        });
        return fields;
    }

    private static boolean keepable(Map<String, List<String>> fields) {
        var characters = fields.entrySet().stream()
                .mapToInt(field -> field.getKey().length()
                        + field.getValue().stream().mapToInt(String::length).sum())
                .sum();
        return characters <= MOST_CHARACTERS && fields.keySet().stream().noneMatch(SECRETS::contains);
    }
}
