package org.regatta.shared.web.list;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * Where a view of a list is found: its filters and its order are its address, and every link of its page is a small change
 * to that.
 *
 * @param path of the list
 * @param parameters by name, not encoded, in the order of the address
 */
public record ListAddress(String path, Map<String, String> parameters) {

    /** In the order they were given, and never changed. */
    public ListAddress {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** The whole list. */
    public static ListAddress at(String path) {
        return new ListAddress(path, Map.of());
    }

    /** The same with a parameter; without it for null and blank. */
    public ListAddress with(String name, @Nullable Object value) {
        var changed = new LinkedHashMap<>(parameters);
        if (value == null || value.toString().isBlank()) {
            changed.remove(name);
        } else {
            changed.put(name, value.toString().strip());
        }
        return new ListAddress(path, changed);
    }

    /** What stands behind the question mark; empty for the whole list. */
    public String query() {
        return parameters.entrySet().stream()
                .map(one -> one.getKey() + "=" + UriUtils.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The page. */
    public String here() {
        return parameters.isEmpty() ? path : path + "?" + query();
    }

    /** The same ready for one more parameter, its page's number for one. */
    public String paged() {
        return parameters.isEmpty() ? path + "?" : path + "?" + query() + "&";
    }
}
