package org.regatta.workflow.engine.statements;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.namespace.NamespaceContext;
import javax.xml.namespace.QName;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpression;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFunctionResolver;
import javax.xml.xpath.XPathVariableResolver;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Finds elements by their names itself, and asks another for everything else. */
final class WalkedPaths implements XPath {

    private static final Pattern CHILDREN = Pattern.compile("[\\w-]+(\\|[\\w-]+)*");
    private static final Pattern FROM_THE_ROOT = Pattern.compile("(/[\\w-]+)+");

    private final XPath others;

    WalkedPaths(XPath others) {
        this.others = others;
    }

    private record Found(List<Node> nodes) implements NodeList {

        @Override
        public @Nullable Node item(int index) {
            return index < nodes.size() ? nodes.get(index) : null;
        }

        @Override
        public int getLength() {
            return nodes.size();
        }
    }

    @Override
    public @Nullable Object evaluate(String expression, Object item, QName returnType) throws XPathExpressionException {
        if (item instanceof Node from) {
            if (returnType.equals(XPathConstants.NODESET) && isWalk(expression)) {
                return new Found(walk(from, expression));
            }
            if (returnType.equals(XPathConstants.NODE) && isWalk(expression)) {
                return walk(from, expression).stream().findFirst().orElse(null);
            }
        }
        return others.evaluate(expression, item, returnType);
    }

    private static boolean isWalk(String expression) {
        return CHILDREN.matcher(expression).matches()
                || FROM_THE_ROOT.matcher(expression).matches();
    }

    private static List<Node> walk(Node from, String expression) {
        if (!expression.startsWith("/")) {
            return children(from, Set.of(expression.split("\\|")));
        }
        var reached = List.<Node>of(from instanceof Document document ? document : from.getOwnerDocument());
        for (var name : expression.substring(1).split("/")) {
            reached = reached.stream()
                    .flatMap(node -> children(node, Set.of(name)).stream())
                    .toList();
        }
        return reached;
    }

    private static List<Node> children(Node of, Set<String> names) {
        var found = new ArrayList<Node>();
        for (var child = of.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.ELEMENT_NODE && names.contains(child.getNodeName())) {
                found.add(child);
            }
        }
        return found;
    }

    @Override
    public String evaluate(String expression, Object item) throws XPathExpressionException {
        return others.evaluate(expression, item);
    }

    @Override
    public Object evaluate(String expression, InputSource source, QName returnType) throws XPathExpressionException {
        return others.evaluate(expression, source, returnType);
    }

    @Override
    public String evaluate(String expression, InputSource source) throws XPathExpressionException {
        return others.evaluate(expression, source);
    }

    @Override
    public XPathExpression compile(String expression) throws XPathExpressionException {
        return others.compile(expression);
    }

    @Override
    public void reset() {
        others.reset();
    }

    @Override
    public void setXPathVariableResolver(XPathVariableResolver resolver) {
        others.setXPathVariableResolver(resolver);
    }

    @Override
    public XPathVariableResolver getXPathVariableResolver() {
        return others.getXPathVariableResolver();
    }

    @Override
    public void setXPathFunctionResolver(XPathFunctionResolver resolver) {
        others.setXPathFunctionResolver(resolver);
    }

    @Override
    public XPathFunctionResolver getXPathFunctionResolver() {
        return others.getXPathFunctionResolver();
    }

    @Override
    public void setNamespaceContext(NamespaceContext context) {
        others.setNamespaceContext(context);
    }

    @Override
    public NamespaceContext getNamespaceContext() {
        return others.getNamespaceContext();
    }
}
