package org.regatta.house;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.regatta.shared.DomainEvent;

/** The types of all events there are: what their method {@code type()} can return. */
public final class EventTypes {

    private static final Pattern TYPE = Pattern.compile("[a-z]+\\.[a-zA-Z]+");

    private EventTypes() {}

    /** Sorted; {@code <module>.<fact>}. */
    public static Set<String> all() {
        var code = ByteCode.in("org/regatta", false);
        var types = new TreeSet<String>();
        for (var name : code.classes()) {
            if (DomainEvent.class.isAssignableFrom(loaded(name))) {
                code.texts(new ByteCode.Method(name, "type")).stream()
                        .filter(TYPE.asMatchPredicate())
                        .forEach(types::add);
            }
        }
        return types;
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name, false, EventTypes.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
