package org.regatta.identity.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Map.Entry;

/** Reads a browser's and a system's name out of what browsers say of themselves; for people to recognise, for nothing else. */
final class UserAgent {

    /** In this order: most browsers also name those they descend from. */
    private static final Map<String, String> BROWSERS =
            ordered("Edg", "Edge", "OPR/", "Opera", "Firefox/", "Firefox", "Chrome/", "Chrome", "Safari/", "Safari");

    private static final Map<String, String> SYSTEMS = ordered(
            "Windows",
            "Windows",
            "iPhone",
            "iPhone",
            "iPad",
            "iPad",
            "Android",
            "Android",
            "Mac OS X",
            "macOS",
            "Linux",
            "Linux");

    private UserAgent() {}

    /** {@code Firefox, Linux}; what is not known is left out. */
    static String describe(String header) {
        var browser = find(BROWSERS, header);
        var system = find(SYSTEMS, header);
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + ", " + system;
    }

    private static String find(Map<String, String> names, String header) {
        return names.entrySet().stream()
                .filter(name -> header.contains(name.getKey()))
                .map(Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private static Map<String, String> ordered(String... pairs) {
        var map = new LinkedHashMap<String, String>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
