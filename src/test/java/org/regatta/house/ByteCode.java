package org.regatta.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.asm.AnnotationVisitor;
import org.springframework.asm.ClassReader;
import org.springframework.asm.ClassVisitor;
import org.springframework.asm.ConstantDynamic;
import org.springframework.asm.Handle;
import org.springframework.asm.MethodVisitor;
import org.springframework.asm.Opcodes;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What methods do, read from their byte code: which tables they write (by the SQL they hold, be it in a constant of their
 * class, or by fields of an entity), whom they call, and what they make. What a lambda does is its method's doing.
 */
final class ByteCode {

    /** A table that is filled in later counts as one that must be told of. */
    private static final Pattern WRITE =
            Pattern.compile("\\b(?:(?:insert\\s+into|delete\\s+from)\\s+([a-z_]+|%s|\u0001)"
                    + "|update\\s+([a-z_]+|%s|\u0001)\\s+(?:as\\s+)?(?:[a-z]\\s+)?set\\b)");

    private static final Pattern LAMBDA = Pattern.compile("lambda\\$(.+?)\\$[\\d$]+");
    private static final String PUBLISHER = "org/springframework/context/ApplicationEventPublisher";
    private static final String ANY = "?";
    private static final String ENTITY = "Ljakarta/persistence/Entity;";

    private final Map<String, Type> types = new TreeMap<>();
    private final Map<String, Set<String>> children = new HashMap<>();

    /**
     * A method.
     *
     * @param owner name of its class
     * @param name without parameters: overloads count as one
     */
    record Method(String owner, String name) {

        @Override
        public String toString() {
            return owner.substring(owner.lastIndexOf('.') + 1) + "." + name;
        }
    }

    /** What a method does by itself. */
    static final class Deeds {

        final Set<String> tables = new HashSet<>();
        final Set<Method> calls = new HashSet<>();
        final Set<String> makes = new HashSet<>();
        private final Set<String> texts = new HashSet<>();
        private final Set<String> constants = new HashSet<>();
    }

    private static final class Type {

        private final Set<String> parents = new HashSet<>();
        private final Map<String, Deeds> methods = new HashMap<>();

        private Deeds method(String name) {
            var lambda = LAMBDA.matcher(name);
            return methods.computeIfAbsent(lambda.matches() ? lambda.group(1) : name, any -> new Deeds());
        }
    }

    private ByteCode() {}

    /** All classes below a package's folder that are not tests, or those that are. */
    static ByteCode in(String folder, boolean tests) {
        var code = new ByteCode();
        try {
            var found = new PathMatchingResourcePatternResolver().getResources("classpath*:" + folder + "/**/*.class");
            for (var resource : found) {
                if (resource.getURI().getPath().contains("/test-classes/") == tests) {
                    try (var bytes = resource.getInputStream()) {
                        new ClassReader(bytes)
                                .accept(code.new Reader(), ClassReader.SKIP_FRAMES | ClassReader.SKIP_DEBUG);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        code.types.forEach((name, type) -> type.parents.forEach(parent ->
                code.children.computeIfAbsent(parent, any -> new HashSet<>()).add(name)));
        code.types
                .values()
                .forEach(type -> type.methods
                        .values()
                        .forEach(deeds -> deeds.tables.addAll(deeds.constants.stream()
                                .flatMap(one -> code.heldBy(one).stream())
                                .toList())));
        return code;
    }

    /** The names of all classes. */
    Set<String> classes() {
        return types.keySet();
    }

    /** All tables that anything writes. */
    Set<String> tables() {
        var tables = new HashSet<String>();
        types.values().forEach(type -> type.methods.values().forEach(deeds -> tables.addAll(deeds.tables)));
        return tables;
    }

    /** The texts that stand in a method. */
    Set<String> texts(Method method) {
        return deeds(method).texts;
    }

    /** What {@code method} and whatever it may reach do, as far as {@code within} follows. */
    Deeds reach(Method method, Predicate<String> within) {
        var all = new Deeds();
        var seen = new HashSet<Method>();
        var ahead = new ArrayList<>(List.of(method));
        while (!ahead.isEmpty()) {
            var next = ahead.removeLast();
            if (seen.add(next) && within.test(next.owner())) {
                var deeds = deeds(next);
                all.tables.addAll(deeds.tables);
                all.calls.addAll(deeds.calls);
                all.makes.addAll(deeds.makes);
                deeds.calls.forEach(call -> ahead.addAll(meant(call)));
            }
        }
        return all;
    }

    private Type type(String name) {
        return types.computeIfAbsent(name, any -> new Type());
    }

    private Deeds deeds(Method method) {
        var type = types.get(method.owner());
        var deeds = type == null ? null : type.methods.get(method.name());
        return deeds == null ? new Deeds() : deeds;
    }

    /** Whoever may be called: the method itself, and what overrides it. */
    private List<Method> meant(Method call) {
        var all = new ArrayList<>(List.of(call));
        var type = types.get(call.owner());
        if (type != null && !type.methods.containsKey(call.name())) {
            type.parents.forEach(parent -> all.add(new Method(parent, call.name())));
        }
        for (var child : children.getOrDefault(call.owner(), Set.of())) {
            if (type(child).methods.containsKey(call.name())) {
                all.add(new Method(child, call.name()));
            }
        }
        return all;
    }

    /** Tables that the text of a constant, as {@code owner.field}, writes. */
    private Set<String> heldBy(String constant) {
        var owner = constant.substring(0, constant.lastIndexOf('.'));
        var made = deeds(new Method(owner, "<clinit>"));
        return made.tables;
    }

    private static Set<String> written(String text) {
        var tables = new HashSet<String>();
        var writes = WRITE.matcher(text.toLowerCase(Locale.ROOT));
        while (writes.find()) {
            var table = writes.group(1) == null ? writes.group(2) : writes.group(1);
            tables.add(Character.isLetter(table.charAt(0)) ? table : ANY);
        }
        return tables;
    }

    private static String name(String internal) {
        return internal.replace('/', '.');
    }

    private final class Reader extends ClassVisitor {

        private Type type = new Type();
        private String self = "";
        private boolean entity;

        Reader() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String parent,
                String[] more) {
            self = name(name);
            type = ByteCode.this.type(self);
            Arrays.stream(more).map(ByteCode::name).forEach(type.parents::add);
            if (parent != null) {
                type.parents.add(name(parent));
            }
        }

        @Override
        public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
            entity |= descriptor.equals(ENTITY);
            return null;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, @Nullable String signature, String @Nullable [] thrown) {
            return new Body(type.method(name), self, entity && !name.equals("<init>"));
        }
    }

    private static final class Body extends MethodVisitor {

        private final Deeds deeds;
        private final String self;
        private final boolean ofEntity;

        Body(Deeds deeds, String self, boolean ofEntity) {
            super(Opcodes.ASM9);
            this.deeds = deeds;
            this.self = self;
            this.ofEntity = ofEntity;
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof String text) {
                deeds.texts.add(text);
                deeds.tables.addAll(written(text));
            }
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            if (opcode == Opcodes.GETSTATIC) {
                deeds.constants.add(name(owner) + "." + name);
            }
            if (opcode == Opcodes.PUTFIELD && ofEntity && name(owner).equals(self)) {
                deeds.tables.add(self.substring(self.lastIndexOf('.') + 1));
            }
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean ofInterface) {
            called(owner, name);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            for (var argument : arguments) {
                if (argument instanceof Handle handle) {
                    called(handle.getOwner(), handle.getName());
                } else if (argument instanceof String recipe) {
                    deeds.tables.addAll(written(recipe));
                } else if (argument instanceof ConstantDynamic) {
                    throw new IllegalStateException("Not read: " + self);
                }
            }
        }

        /** What libraries do among themselves is nobody's deed here. */
        private static boolean isFollowed(String owner) {
            return owner.startsWith("org/regatta/") || owner.startsWith("unruly/") || owner.equals(PUBLISHER);
        }

        private void called(String owner, String name) {
            if (name.equals("<init>")) {
                deeds.makes.add(name(owner));
            }
            if (isFollowed(owner) && !LAMBDA.matcher(name).matches()) {
                deeds.calls.add(new Method(name(owner), name));
            }
        }
    }
}
