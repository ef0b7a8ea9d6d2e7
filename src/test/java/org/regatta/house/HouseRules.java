package org.regatta.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.GeneralCodingRules;
import jakarta.persistence.Entity;
import java.lang.reflect.Parameter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.web.template.TemplateObject;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.data.repository.Repository;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.ValueConstants;

/** The rules of the house as far as ArchUnit can check them; each is shown to be able to fail. */
final class HouseRules {

    static final ArchRule ENGINE_AT_THE_EDGE = noClasses()
            .that()
            .resideOutsideOfPackages("org.regatta.workflow..", "..process..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..")
            .because("the rest would not notice a change to a compatible fork");

    /** Byte code can be made only of expressions whose types are public; other modules are kept from them by ModularityTest. */
    private static final DescribedPredicate<JavaClass> READ_BY_TEMPLATES = DescribedPredicate.describe(
            "are read by templates", type -> type.isRecord() || type.isAssignableTo(TemplateObject.class));

    static final ArchRule OUTER_TYPES_HIDDEN = classes()
            .that()
            .resideInAnyPackage("..web..", "..process..")
            .and()
            .resideOutsideOfPackage("org.regatta.shared.web..")
            .and()
            .areTopLevelClasses()
            .and(DescribedPredicate.not(READ_BY_TEMPLATES))
            .should()
            .notBePublic()
            .because("nobody but the framework calls a controller or a delegate")
            .allowEmptyShould(true);

    static final ArchRule REPOSITORIES_HIDDEN = classes()
            .that()
            .areAssignableTo(Repository.class)
            .should()
            .notBePublic()
            .allowEmptyShould(true);

    static final ArchRule TIME_FROM_A_CLOCK = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "asks the system for the time",
                    call -> call.getTarget().getName().equals("now")
                            && call.getTarget().getRawParameterTypes().isEmpty()
                            && call.getTargetOwner()
                                    .isAssignableTo(DescribedPredicate.describe(
                                            "an instant or a date",
                                            (JavaClass type) -> type.isEquivalentTo(Instant.class)
                                                    || type.isEquivalentTo(LocalDate.class)
                                                    || type.isEquivalentTo(LocalDateTime.class)
                                                    || type.isEquivalentTo(OffsetDateTime.class)
                                                    || type.isEquivalentTo(ZonedDateTime.class)))))
            .because("a Clock is injected");

    static final ArchRule NO_SLEEP = noClasses()
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "sleeps",
                    call -> call.getTargetOwner().isEquivalentTo(Thread.class)
                            && call.getTarget().getName().equals("sleep")))
            .because("a wait has a condition");

    static final ArchRule NO_FIELD_INJECTION =
            fields().should().notBeAnnotatedWith(Autowired.class).because("what a class needs is in its constructor");

    static final ArchRule NAMES_SAY_THE_JOB = noClasses()
            .that()
            .areTopLevelClasses()
            .should()
            .haveNameMatching(".*\\.(Base|Abstract)[A-Z][^.]*|.*(Util|Utils|Helper|Manager|Impl|Dto|DTO)");

    static final ArchRule NO_ENTITY_IN_A_CONTROLLER = methods()
            .that()
            .areDeclaredInClassesThat(DescribedPredicate.describe(
                    "are controllers",
                    type -> type.isMetaAnnotatedWith(Controller.class)
                            || type.isMetaAnnotatedWith(RestController.class)))
            .should(new ArchCondition<>("take and give no entity") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    method.getAllInvolvedRawTypes().stream()
                            .filter(type -> type.isAnnotatedWith(Entity.class))
                            .forEach(type -> events.add(SimpleConditionEvent.violated(
                                    method, method.getFullName() + " shows the entity " + type.getSimpleName())));
                }
            })
            .allowEmptyShould(true);

    /** Spring 6 does not see a type-use {@code @Nullable}: what may be absent says so in the annotation that binds it. */
    static final ArchRule ABSENT_IS_NOT_REQUIRED = methods()
            .that()
            .areDeclaredInClassesThat()
            .areMetaAnnotatedWith(Controller.class)
            .should(new ArchCondition<>("require no parameter that may be null") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    Stream.of(method.reflect().getParameters())
                            .filter(HouseRules::mayBeNull)
                            .filter(HouseRules::isRequired)
                            .forEach(parameter -> events.add(SimpleConditionEvent.violated(
                                    method, method.getFullName() + " requires the nullable " + parameter.getName())));
                }
            });

    /** But by the auditor's verifier, a program of its own that has nothing but the terminal to speak to. */
    static final ArchRule NO_STANDARD_STREAMS = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.regatta.audit.verify.VerifyAudit")
            .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS);

    private HouseRules() {}

    private static boolean mayBeNull(Parameter parameter) {
        return parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** Whether one of Spring's binding annotations ({@code @RequestParam}, {@code @RequestHeader}, …) insists on it. */
    private static boolean isRequired(Parameter parameter) {
        return Stream.of(parameter.getAnnotations())
                .map(AnnotationUtils::getAnnotationAttributes)
                .anyMatch(attributes -> Boolean.TRUE.equals(attributes.get("required"))
                        && ValueConstants.DEFAULT_NONE.equals(
                                attributes.getOrDefault("defaultValue", ValueConstants.DEFAULT_NONE)));
    }
}
