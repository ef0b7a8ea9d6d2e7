package org.regatta.workflow.gate;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes what was read, and only that: the same elements, attributes and texts under the gate's own prefixes. */
final class ModelWriter {

    private final Map<String, String> uris = new TreeMap<>();

    /** A writer for the given namespaces (URI to prefix). */
    ModelWriter(Map<String, String> namespaces) {
        namespaces.forEach((uri, prefix) -> uris.put(prefix, uri));
        uris.put("xsi", XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI);
    }

    byte[] write(Node root) {
        var out = new ByteArrayOutputStream();
        try {
            var writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            write(writer, root, true, 0);
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("The model cannot be written", e);
        }
        return out.toByteArray();
    }

    private void write(XMLStreamWriter writer, Node node, boolean root, int depth) throws XMLStreamException {
        indent(writer, depth);
        var prefix = prefix(node.name());
        writer.writeStartElement(prefix, local(node.name()), uri(prefix));
        if (root) {
            for (var namespace : uris.entrySet()) {
                writer.writeNamespace(namespace.getKey(), namespace.getValue());
            }
        }
        for (var attribute : node.attributes().entrySet()) {
            var name = attribute.getKey();
            if (name.indexOf(':') < 0) {
                writer.writeAttribute(name, attribute.getValue());
            } else {
                writer.writeAttribute(prefix(name), uri(prefix(name)), local(name), attribute.getValue());
            }
        }
        if (node.children().isEmpty()) {
            writer.writeCharacters(node.trimmed());
        } else {
            for (var child : node.children()) {
                write(writer, child, false, depth + 1);
            }
            indent(writer, depth);
        }
        writer.writeEndElement();
    }

    private static void indent(XMLStreamWriter writer, int depth) throws XMLStreamException {
        writer.writeCharacters("\n" + "  ".repeat(depth));
    }

    private String uri(String prefix) {
        var uri = uris.get(prefix);
        if (uri == null) {
            throw new IllegalArgumentException("No namespace for prefix " + prefix);
        }
        return uri;
    }

    private static String prefix(String name) {
        return name.substring(0, Math.max(0, name.indexOf(':')));
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }
}
