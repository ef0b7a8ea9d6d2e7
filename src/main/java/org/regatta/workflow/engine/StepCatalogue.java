package org.regatta.workflow.engine;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.regatta.workflow.StepCollection;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.util.function.SingletonSupplier;

/** The delegates and collections a model may name, and nothing else of the application. */
public final class StepCatalogue {

    private final Names steps;
    private final Names collections;
    private final Function<String, Object> step;
    private final Function<String, StepCollection> collection;

    @FunctionalInterface
    private interface Names {
        Set<String> all();
    }

    private StepCatalogue(
            Names steps,
            Names collections,
            Function<String, Object> step,
            Function<String, StepCollection> collection) {
        this.steps = steps;
        this.collections = collections;
        this.step = step;
        this.collection = collection;
    }

    /**
     * All {@link JavaDelegate} and {@link StepCollection} beans by name; none is created before a process needs it. Their
     * names are looked up once: Spring goes through all of its beans for that, and a process asks at each of its steps.
     */
    public static StepCatalogue of(ListableBeanFactory beans) {
        return new StepCatalogue(
                once(() -> beans.getBeanNamesForType(JavaDelegate.class, true, false)),
                once(() -> beans.getBeanNamesForType(StepCollection.class, true, false)),
                name -> beans.getBean(name, JavaDelegate.class),
                name -> beans.getBean(name, StepCollection.class));
    }

    /** Given steps and collections by name; what is put into the maps later counts too. */
    public static StepCatalogue of(
            Map<String, ? extends JavaDelegate> steps, Map<String, ? extends StepCollection> collections) {
        return new StepCatalogue(
                steps::keySet, collections::keySet, name -> found(steps, name), name -> found(collections, name));
    }

    private static Names once(Supplier<String[]> names) {
        return SingletonSupplier.of(() -> Set.of(names.get()))::obtain;
    }

    private static <T> T found(Map<String, T> all, String name) {
        var one = all.get(name);
        if (one == null) {
            throw new IllegalArgumentException("Not in the catalogue: " + name);
        }
        return one;
    }

    /** Names of the delegates. */
    public Set<String> steps() {
        return Set.copyOf(steps.all());
    }

    /** Names of the collections. */
    public Set<String> collections() {
        return Set.copyOf(collections.all());
    }

    /** The delegate of this name; null where the catalogue has none. */
    @Nullable
    Object step(String name) {
        return steps.all().contains(name) ? step.apply(name) : null;
    }

    /** The collection of this name; null where the catalogue has none. */
    @Nullable
    StepCollection collection(String name) {
        return collections.all().contains(name) ? collection.apply(name) : null;
    }
}
