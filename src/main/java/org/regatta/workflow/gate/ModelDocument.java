package org.regatta.workflow.gate;

import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A model as XML: read by StAX without DTD, entities or anything from outside, within limits of size; written with what
 * was read and only that, under the gate's own prefixes.
 */
final class ModelDocument {

    static final int MAX_BYTES = 1024 * 1024;
    static final int MAX_ELEMENTS = 2_000;
    static final int MAX_DEPTH = 40;

    private static final String XSI_TYPE = "xsi:type";

    private final Map<String, String> namespaces;
    private final Map<String, String> uris = new TreeMap<>();
    private final Findings findings;

    /** Knows the given namespaces (URI to prefix), and where to say what cannot be read. */
    ModelDocument(Map<String, String> namespaces, Findings findings) {
        this.namespaces = namespaces;
        this.findings = findings;
        namespaces.forEach((uri, prefix) -> uris.put(prefix, uri));
        uris.put("xsi", XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI);
    }

    /** The root element; null where findings say why not. */
    @Nullable
    Node read(byte[] content) {
        if (content.length > MAX_BYTES) {
            findings.add(
                    "line 1, file",
                    "The file is larger than 1 MiB.",
                    "Split the model into processes that call each other.");
            return null;
        }
        try {
            var reader = factory().createXMLStreamReader(new StringReader(text(content)));
            try {
                return read(reader);
            } finally {
                reader.close();
            }
        } catch (CharacterCodingException e) {
            findings.add("line 1, file", "The file is not UTF-8.", "Save it again from the modeler, in UTF-8.");
            return null;
        } catch (XMLStreamException e) {
            var location = e.getLocation();
            findings.add(
                    "line " + (location == null ? 1 : Math.max(1, location.getLineNumber())) + ", file",
                    "The file is not well-formed XML.",
                    "Save it again from the modeler; entities and document types are not allowed.");
            return null;
        }
    }

    /** Decoded here and not by the parser, so that no other encoding can hide anything. */
    private static String text(byte[] content) throws CharacterCodingException {
        var text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(content))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setXMLResolver((publicId, systemId, baseUri, namespace) -> {
            throw new XMLStreamException("nothing is read from outside");
        });
        return factory;
    }

    private @Nullable Node read(XMLStreamReader reader) throws XMLStreamException {
        Node root = null;
        Node current = null;
        int elements = 0;
        int depth = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++elements > MAX_ELEMENTS || ++depth > MAX_DEPTH) {
                        tooLarge(reader);
                        return null;
                    }
                    current = element(reader, current);
                    root = root == null ? current : root;
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    current = current == null ? null : current.parent();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (current != null) {
                        current.text()
                                .append(reader.getText().replace("\r\n", "\n").replace('\r', '\n'));
                    }
                }
                case XMLStreamConstants.DTD,
                        XMLStreamConstants.ENTITY_REFERENCE,
                        XMLStreamConstants.PROCESSING_INSTRUCTION -> {
                    notAllowed(reader);
                    return null;
                }
                default -> {
                    // comments and the end of the document carry nothing
                }
            }
        }
        return root;
    }

    private void tooLarge(XMLStreamReader reader) {
        findings.add(
                "line " + line(reader) + ", file",
                "The model has more than " + MAX_ELEMENTS + " elements, or nests deeper than " + MAX_DEPTH + ".",
                "Split the model into processes that call each other.");
    }

    private void notAllowed(XMLStreamReader reader) {
        findings.add(
                "line " + line(reader) + ", file",
                "Document types, entities and processing instructions are not allowed.",
                "Remove them.");
    }

    private Node element(XMLStreamReader reader, @Nullable Node parent) {
        var node = new Node(name(reader.getNamespaceURI(), reader.getLocalName()), line(reader), parent);
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            var uri = reader.getAttributeNamespace(i);
            var name = uri == null || uri.isEmpty()
                    ? reader.getAttributeLocalName(i)
                    : name(uri, reader.getAttributeLocalName(i));
            var value = reader.getAttributeValue(i);
            // white space in an attribute does not survive being written, so it goes now
            node.attributes()
                    .put(name, name.equals(XSI_TYPE) ? type(reader, value) : value.replaceAll("[\t\n\r]", " "));
        }
        if (parent != null) {
            parent.children().add(node);
        }
        return node;
    }

    private String type(XMLStreamReader reader, String value) {
        int colon = value.indexOf(':');
        var prefix = colon < 0 ? "" : value.substring(0, colon);
        return name(reader.getNamespaceURI(prefix), value.substring(colon + 1));
    }

    private String name(@Nullable String uri, String local) {
        if (uri == null || uri.isEmpty()) {
            return local;
        }
        if (uri.equals(XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI)) {
            return "xsi:" + local;
        }
        var prefix = namespaces.get(uri);
        return prefix == null ? "{" + uri + "}" + local : prefix + ":" + local;
    }

    private static int line(XMLStreamReader reader) {
        return Math.max(1, reader.getLocation().getLineNumber());
    }

    /** The document with the same elements, attributes and texts. */
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
