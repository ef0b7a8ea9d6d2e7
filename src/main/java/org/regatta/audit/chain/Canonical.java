package org.regatta.audit.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Map;

/**
 * Writes JSON in the one form that is hashed: that of RFC 8785 (members sorted by their names' UTF-16 units, no space,
 * shortest escapes, UTF-8), but for numbers: they keep all of their digits, as scores are exact decimals and no doubles.
 */
public final class Canonical {

    private static final ObjectReader READER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .reader();

    private Canonical() {}

    /** Reads what {@link #write} wrote, or what the database made of it, without losing a digit. */
    public static JsonNode read(String json) {
        try {
            return READER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An audit entry holds no JSON", e);
        }
    }

    /** The canonical text. */
    public static String write(JsonNode node) {
        var out = new StringBuilder(256);
        write(node, out);
        return out.toString();
    }

    private static void write(JsonNode node, StringBuilder out) {
        switch (node.getNodeType()) {
            case OBJECT -> object(node, out);
            case ARRAY -> {
                out.append('[');
                for (int at = 0; at < node.size(); at++) {
                    out.append(at == 0 ? "" : ",");
                    write(node.get(at), out);
                }
                out.append(']');
            }
            case NUMBER ->
                out.append(
                        node.isIntegralNumber()
                                ? node.bigIntegerValue().toString()
                                : node.decimalValue().toPlainString());
            case BOOLEAN -> out.append(node.booleanValue());
            case STRING -> text(node.textValue(), out);
            default -> out.append("null");
        }
    }

    private static void object(JsonNode node, StringBuilder out) {
        var members = new ArrayList<>(node.properties());
        members.sort(Map.Entry.comparingByKey()); // String compares UTF-16 units
        out.append('{');
        for (int at = 0; at < members.size(); at++) {
            out.append(at == 0 ? "" : ",");
            text(members.get(at).getKey(), out);
            out.append(':');
            write(members.get(at).getValue(), out);
        }
        out.append('}');
    }

    private static void text(String text, StringBuilder out) {
        out.append('"');
        for (int at = 0; at < text.length(); at++) {
            var sign = text.charAt(at);
            switch (sign) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (sign < ' ') {
                        out.append("\\u").append(HexFormat.of().toHexDigits(sign));
                    } else {
                        out.append(sign);
                    }
                }
            }
        }
        out.append('"');
    }
}
