package org.regatta.workflow.engine.statements;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import javax.xml.xpath.XPathFactoryConfigurationException;
import javax.xml.xpath.XPathFunctionResolver;
import javax.xml.xpath.XPathVariableResolver;

/**
 * XPath that walks the document where an expression only names elements ({@code selectKey}, {@code select|insert},
 * {@code /mapper/sql}), as all 1,277 do with which MyBatis reads the engine's statements; anything else is left to the
 * Java machine's own. That builds a second model of the document, from its beginning to the node asked about, each time
 * it is asked: half of all the time that reading took.
 *
 * <p>Made by {@link XPathFactory#newInstance} on threads whose class loader is a {@link Loader}, and nowhere else.
 */
public final class ElementPaths extends XPathFactory {

    private final XPathFactory others = XPathFactory.newDefaultInstance();

    /** What {@link XPathFactory} finds this factory through, on the threads that have it. */
    static final class Loader extends ClassLoader {

        private static final String SERVICE = "META-INF/services/" + XPathFactory.class.getName();

        Loader(ClassLoader parent) {
            super(parent);
        }

        @Override
        protected Enumeration<URL> findResources(String name) throws IOException {
            return name.equals(SERVICE)
                    ? Collections.enumeration(List.of(ElementPaths.class.getResource("element-paths.service")))
                    : Collections.emptyEnumeration();
        }
    }

    @Override
    public XPath newXPath() {
        return new WalkedPaths(others.newXPath());
    }

    @Override
    public boolean isObjectModelSupported(String objectModel) {
        return objectModel.equals(DEFAULT_OBJECT_MODEL_URI);
    }

    @Override
    public void setFeature(String name, boolean value) throws XPathFactoryConfigurationException {
        others.setFeature(name, value);
    }

    @Override
    public boolean getFeature(String name) throws XPathFactoryConfigurationException {
        return others.getFeature(name);
    }

    @Override
    public void setXPathVariableResolver(XPathVariableResolver resolver) {
        others.setXPathVariableResolver(resolver);
    }

    @Override
    public void setXPathFunctionResolver(XPathFunctionResolver resolver) {
        others.setXPathFunctionResolver(resolver);
    }
}
