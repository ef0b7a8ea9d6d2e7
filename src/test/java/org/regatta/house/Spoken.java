package org.regatta.house;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import javax.tools.ToolProvider;

/**
 * The sentences the code can say to somebody, found in the sources: texts of two words and more that end like a
 * sentence, put together over +, ?: and {@code formatted}. What is filled in is a gap, {0}, {1} and so on. Logs,
 * exceptions of programmers, annotations and SQL are not said to anybody.
 */
public final class Spoken {

    private static final String GAP = "{}";
    private static final Pattern FORMAT = Pattern.compile("%\\d*[sdX]");
    private static final Predicate<String> SENTENCE = Pattern.compile(".*\\p{L}{2}.*([.…]|[^ ]\\?|\\p{L}: \\{})")
            .asMatchPredicate()
            .and(text -> text.contains(" "));

    private Spoken() {}

    /** Each sentence with the file that says it; {@code wanted} chooses files by their path. */
    public static Map<String, String> in(Path sources, Predicate<String> wanted) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
                var paths = Files.walk(sources)) {
            var chosen = paths.filter(path -> path.toString().endsWith(".java") && wanted.test(path.toString()))
                    .toList();
            var task = (JavacTask) compiler.getTask(
                    null, files, ignored -> {}, List.of(), null, files.getJavaFileObjectsFromPaths(chosen));
            var said = new TreeMap<String, String>();
            for (var unit : task.parse()) {
                new Scan(unit, said).scan(unit, null);
            }
            return said;
        }
    }

    private static final class Scan extends TreeScanner<Void, Void> {

        private final Map<String, String> said;
        private final String file;
        private final Map<String, String> constants = new HashMap<>();

        Scan(CompilationUnitTree unit, Map<String, String> said) {
            this.said = said;
            this.file = Path.of(unit.getSourceFile().getName()).getFileName().toString();
            new TreeScanner<Void, Void>() {
                @Override
                public Void visitVariable(VariableTree variable, Void nothing) {
                    if (variable.getModifiers().getFlags().contains(Modifier.FINAL)
                            && variable.getInitializer() instanceof LiteralTree literal
                            && literal.getValue() instanceof String text) {
                        constants.put(variable.getName().toString(), text);
                    }
                    return super.visitVariable(variable, nothing);
                }
            }.scan(unit, null);
        }

        @Override
        public Void visitAnnotation(AnnotationTree annotation, Void nothing) {
            return null;
        }

        @Override
        public Void visitNewClass(NewClassTree made, Void nothing) {
            var name = made.getIdentifier().toString();
            return name.endsWith("Exception") || name.endsWith("Error") ? null : super.visitNewClass(made, nothing);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree call, Void nothing) {
            var method = call.getMethodSelect().toString();
            if (method.startsWith("LOG.")) {
                return null;
            }
            return method.endsWith(".formatted") ? take(call) : super.visitMethodInvocation(call, nothing);
        }

        @Override
        public Void visitBinary(BinaryTree sum, Void nothing) {
            return sum.getKind() == Kind.PLUS ? take(sum) : super.visitBinary(sum, nothing);
        }

        @Override
        public Void visitLiteral(LiteralTree literal, Void nothing) {
            return take(literal);
        }

        private Void take(ExpressionTree expression) {
            texts(expression).stream()
                    .map(text -> FORMAT.matcher(text).replaceAll(GAP).strip())
                    .filter(SENTENCE)
                    .forEach(text -> said.put(numbered(text), file));
            return null;
        }

        /** All an expression can be, each with a gap where it is not known. */
        private List<String> texts(ExpressionTree expression) {
            if (expression instanceof LiteralTree literal && literal.getValue() != null) {
                return List.of(String.valueOf(literal.getValue()));
            }
            if (expression instanceof ParenthesizedTree inner) {
                return texts(inner.getExpression());
            }
            if (expression instanceof ConditionalExpressionTree either) {
                return both(texts(either.getTrueExpression()), texts(either.getFalseExpression()));
            }
            if (expression instanceof BinaryTree sum && sum.getKind() == Kind.PLUS) {
                return sums(sum);
            }
            if (expression instanceof MethodInvocationTree call
                    && call.getMethodSelect() instanceof MemberSelectTree method
                    && method.getIdentifier().contentEquals("formatted")) {
                return texts(method.getExpression());
            }
            var constant = expression instanceof IdentifierTree name
                    ? constants.get(name.getName().toString())
                    : null;
            return List.of(constant == null ? GAP : constant);
        }

        private List<String> sums(BinaryTree sum) {
            var all = new ArrayList<String>();
            for (var left : texts(sum.getLeftOperand())) {
                for (var right : texts(sum.getRightOperand())) {
                    all.add(left + right);
                }
            }
            return all;
        }

        private static List<String> both(List<String> first, List<String> second) {
            var all = new ArrayList<>(first);
            all.addAll(second);
            return all;
        }

        private static String numbered(String text) {
            var words = new StringBuilder();
            int gap = 0;
            int from = 0;
            for (int at = text.indexOf(GAP); at >= 0; at = text.indexOf(GAP, from)) {
                words.append(text, from, at).append('{').append(gap++).append('}');
                from = at + GAP.length();
            }
            return words.append(text.substring(from)).toString();
        }
    }
}
