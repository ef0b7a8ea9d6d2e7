package org.regatta.shared.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Collectors;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.springframework.stereotype.Component;

/** Changes only what a request names (RFC 7396, flat objects): a field left out stays, null takes a value away. */
@Component
public class MergePatch {

    private final ObjectMapper json;

    MergePatch(ObjectMapper json) {
        this.json = json;
    }

    /**
     * {@code current} with the fields of {@code patch} in place of its own.
     *
     * @throws InvalidInput if a field is unknown or its value does not fit
     */
    public <T> T apply(T current, ObjectNode patch, Class<T> type) {
        ObjectNode merged = json.valueToTree(current);
        merged.setAll(patch);
        try {
            return json.treeToValue(merged, type);
        } catch (JsonMappingException unfit) {
            throw new InvalidInput(new Finding(
                    unfit.getPath().stream().map(Reference::getFieldName).collect(Collectors.joining(".")),
                    "There is no such field, or the value does not fit it.",
                    "Name a field of this object and give a value of its type."));
        } catch (JsonProcessingException unfit) {
            throw new InvalidInput(
                    new Finding("body", "The body does not fit this object.", "Send an object with its fields."));
        }
    }
}
