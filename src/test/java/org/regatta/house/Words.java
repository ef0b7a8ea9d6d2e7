package org.regatta.house;

import com.tngtech.archunit.core.domain.JavaClass;
import org.regatta.shared.DomainEvent;
import org.regatta.shared.Problem;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;

/** What a module says: records, enums, events and problems, as opposed to what it does. */
final class Words {

    private Words() {}

    /** Whether it is a declaration only; a record that Spring makes (a component, properties) is more than that. */
    static boolean isWord(JavaClass type) {
        var declared = type.isRecord()
                || type.isEnum()
                || type.isAssignableTo(DomainEvent.class)
                || type.isAssignableTo(Problem.class);
        return declared
                && !type.isMetaAnnotatedWith(Component.class)
                && !type.isMetaAnnotatedWith(ConfigurationProperties.class);
    }
}
