package org.regatta.house;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.regatta.shared.DomainEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whoever changes something says so: a method that others may call and from which, within its module, a table is written,
 * publishes a domain event, which the audit log writes down in the same transaction. Read from the byte code, so that it
 * holds for methods that no test calls.
 */
class EveryChangeIsToldTest {

    private static final ByteCode MAIN = ByteCode.in("org/regatta", false);
    private static final ByteCode BAD = ByteCode.in("unruly", true);

    /** Tables that hold no entity, and why a change of them alone is nothing to tell. */
    private static final Map<String, String> NO_ENTITY = Map.ofEntries(
            Map.entry("audit_entry", "the log itself"),
            Map.entry("audit_personal", "the log itself"),
            Map.entry("audit_chain", "the log itself"),
            Map.entry("audit_checkpoint", "the log itself"),
            Map.entry("audit_verification", "the log itself; that one was asked for is told"),
            Map.entry("idempotency_key", "the answer to a request, kept for its repetition"),
            Map.entry("import_run", "how far an import is; asking for it, cancelling and applying it are told"),
            Map.entry("notification", "a mail on its way; what it tells of is told, and so is a mailing"),
            Map.entry("object_deletion", "what is still to be deleted from the store; the removal is told"),
            Map.entry("one_time_token", "a link of minutes; its sending and what it was good for are told"),
            Map.entry("passkey_challenge", "a number of minutes"),
            Map.entry("sign_in_lock", "counted failures; each failure, lock and lifting is told"),
            Map.entry("stored_file", "how far the bytes are; what projects do with files is told"));

    /** Methods that say nothing themselves, and who says it. */
    private static final Map<String, String> SILENT = Map.ofEntries(
            Map.entry("ApiTokens.bearer", "when it was used last, to the minute; what it was used for is told"),
            Map.entry("TokenDoor.bearer", "as ApiTokens.bearer"),
            Map.entry("AssignmentPlan.abstain", "EvaluationAbstained, of the module whose act it is"),
            Map.entry("CompetitionProcess.on", "it hears CompetitionStarted"),
            Map.entry("RoundLifecycle.startCompetition", "CompetitionStarted, which its process hears"),
            Map.entry("InboxTable.claim", "TaskTaken"),
            Map.entry("InboxTable.release", "TaskGivenBack"),
            Map.entry("InboxTable.handOver", "AssignmentHandedOver, which the process of the round hears"),
            Map.entry("InboxTable.moveDueDates", "RoundDeadlineExtended, which the process of the round hears"),
            Map.entry("InboxTable.lockOpen", "writes down what the engine has just done"),
            Map.entry("Processes.completeTask", "an event the process hears; its steps are the replay's"),
            Map.entry("Processes.withdrawTask", "an event the process hears; its steps are the replay's"),
            Map.entry("Processes.handOver", "AssignmentHandedOver, which the process of the round hears"),
            Map.entry("Processes.moveDueDates", "RoundDeadlineExtended, which the process of the round hears"),
            Map.entry("Participations.take", "how far the process of a project is; its steps are the replay's"),
            Map.entry("Participations.move", "how far the process of a project is; its steps are the replay's"),
            Map.entry("Participations.moveAll", "how far the process of a project is; its steps are the replay's"),
            Map.entry("Passwords.require", "nobody yet: only tests call it"),
            Map.entry("Passwords.settled", "PasswordSet or PasskeyAdded"),
            Map.entry("People.setPassword", "PasswordSet or FirstAdminMade, or the set-up of a demonstration"),
            Map.entry("People.setMissingPasswords", "only the set-up of a demonstration"),
            Map.entry("Profiles.readsIn", "SignedIn: in which language somebody read then, not a choice of theirs"),
            Map.entry("ProjectFileWrites.announce", "ProjectFileUploaded, once there is a file"),
            Map.entry("ProjectUploads.announce", "ProjectFileUploaded, once there is a file"),
            Map.entry("SecondFactors.enrol", "SecondFactorAdded, once a code of it was right"),
            Map.entry("SignInClock.on", "SignedIn"));

    private static final Map<String, Set<String>> FOUND = silent(MAIN, "org.regatta.");

    @Test
    void whoeverWritesATablePublishesAnEvent() {
        assertThat(without(FOUND, SILENT.keySet()))
                .as("methods that change tables and publish no event in their module")
                .isEmpty();
    }

    @Test
    void noExceptionIsLeftOver() {
        assertThat(FOUND.keySet()).as("methods").containsAll(SILENT.keySet());
        assertThat(MAIN.tables()).as("tables").containsAll(NO_ENTITY.keySet());
    }

    @Test
    void findsWhoeverSaysNothing() {
        assertThat(silent(BAD, "unruly."))
                .isEqualTo(Map.of(
                        "QuietThings.rename", Set.of("thing"),
                        "QuietThings.forget", Set.of("thing", "?"),
                        "QuietThings.turn", Set.of("Thing")));
    }

    private static Map<String, Set<String>> without(Map<String, Set<String>> silent, Set<String> excepted) {
        return silent.entrySet().stream()
                .filter(entry -> !excepted.contains(entry.getKey()))
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, TreeMap::new));
    }

    private static Map<String, Set<String>> silent(ByteCode code, String root) {
        var found = new TreeMap<String, Set<String>>();
        for (var name : code.classes()) {
            var type = loaded(name);
            if (AnnotatedElementUtils.hasAnnotation(type, Component.class)) {
                var within = module(name, root);
                doors(type).forEach(door -> {
                    var reached = code.reach(new ByteCode.Method(name, door.getName()), within);
                    var tables = reached.tables.stream()
                            .filter(table -> !NO_ENTITY.containsKey(table))
                            .collect(toCollection(TreeSet::new));
                    if (!tables.isEmpty() && !tells(reached)) {
                        found.put(type.getSimpleName() + "." + door.getName(), tables);
                    }
                });
            }
        }
        return found;
    }

    /** Methods that somebody outside of the class's own helpers calls: a transaction begins there, or a service is asked. */
    private static Stream<Method> doors(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> !method.isSynthetic() && !Modifier.isStatic(method.getModifiers()))
                .filter(method -> isPublic(type, method) || writes(method) || isSetOff(method))
                .filter(method -> !readsOnly(method));
    }

    private static boolean isPublic(Class<?> type, Method method) {
        return Modifier.isPublic(method.getModifiers()) && (Modifier.isPublic(type.getModifiers()) || writes(type));
    }

    private static boolean isSetOff(Method method) {
        return AnnotatedElementUtils.hasAnnotation(method, Scheduled.class)
                || AnnotatedElementUtils.hasAnnotation(method, EventListener.class);
    }

    private static boolean writes(AnnotatedElement element) {
        var transaction = AnnotatedElementUtils.findMergedAnnotation(element, Transactional.class);
        return transaction != null && !transaction.readOnly();
    }

    private static boolean readsOnly(Method method) {
        var transaction = AnnotatedElementUtils.findMergedAnnotation(method, Transactional.class);
        return transaction != null && transaction.readOnly();
    }

    private static boolean tells(ByteCode.Deeds deeds) {
        return deeds.calls.contains(new ByteCode.Method(ApplicationEventPublisher.class.getName(), "publishEvent"))
                && deeds.makes.stream().anyMatch(EveryChangeIsToldTest::isEvent);
    }

    private static boolean isEvent(String name) {
        return (name.startsWith("org.regatta.") || name.startsWith("unruly."))
                && DomainEvent.class.isAssignableFrom(loaded(name));
    }

    /** The classes of one module: an event is its own, another module's says something else. */
    private static Predicate<String> module(String type, String root) {
        var rest = type.substring(root.length());
        var module = rest.contains(".") ? root + rest.substring(0, rest.indexOf('.') + 1) : root;
        return other -> other.startsWith(module);
    }

    private static Class<?> loaded(String name) {
        try {
            return Class.forName(name, false, EveryChangeIsToldTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
