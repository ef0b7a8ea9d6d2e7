package org.regatta.workflow.engine.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ElementPathsTest {

    private static final String XML = """
            <mapper namespace="a">text<!-- select -->
              <select id="1"><selectKey id="k"/><where><select id="inner"/></where></select>
              <insert id="2"/><sql id="3"/><select id="4">more</select>
            </mapper>""";

    private final XPath ours = new ElementPaths().newXPath();
    private final XPath theirs = XPathFactory.newDefaultInstance().newXPath();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select",
                "select|insert|update",
                "selectKey",
                "/mapper",
                "/mapper/select",
                "/mapper/select/selectKey",
                "/select",
                "nothing",
                "@namespace",
                "//select",
                "select[2]",
                "mapper/select",
                "text()",
                ".",
                "/"
            })
    void findWhatThoseOfTheJavaMachineFind(String expression) throws Exception {
        var document = document();
        var places = new ArrayList<Node>(List.of(document, document.getDocumentElement()));
        places.addAll(found(theirs, "//*", document));

        for (var place : places) {
            assertThat(found(ours, expression, place)).isEqualTo(found(theirs, expression, place));
            assertThat(ours.evaluate(expression, place, XPathConstants.NODE))
                    .isEqualTo(theirs.evaluate(expression, place, XPathConstants.NODE));
            assertThat(ours.evaluate(expression, place)).isEqualTo(theirs.evaluate(expression, place));
        }
    }

    @Test
    void areFoundByThreadsThatHaveTheirLoaderOnly() {
        var thread = Thread.currentThread();
        var before = thread.getContextClassLoader();
        assertThat(XPathFactory.newInstance()).isNotInstanceOf(ElementPaths.class);

        thread.setContextClassLoader(new ElementPaths.Loader(before));
        try {
            assertThat(XPathFactory.newInstance()).isInstanceOf(ElementPaths.class);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Document document() throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(XML)));
    }

    private static List<Node> found(XPath xpath, String expression, Node from) throws Exception {
        var nodes = (NodeList) xpath.evaluate(expression, from, XPathConstants.NODESET);
        var list = new ArrayList<Node>();
        for (var index = 0; index < nodes.getLength(); index++) {
            list.add(nodes.item(index));
        }
        return list;
    }
}
