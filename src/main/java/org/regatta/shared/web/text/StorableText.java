package org.regatta.shared.web.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Finding;
import org.regatta.shared.InvalidInput;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** PostgreSQL stores every character in a text but NUL: what holds one is refused by the name of its field. */
@Configuration(proxyBeanMethods = false)
public class StorableText implements WebMvcConfigurer, HandlerInterceptor {

    /** What is wrong with it. */
    public static final String WRONG = "The text contains a character with code 0.";
    /** What to do about it. */
    public static final String REMEDY = "Leave it out and send everything again.";

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    /** Fields of forms and parameters of addresses. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        var findings = new ArrayList<Finding>();
        // the page that tells of a refusal has the parameters of what was refused
        if (request.getDispatcherType() == DispatcherType.REQUEST) {
            request.getParameterMap().forEach((name, values) -> {
                if (Arrays.stream(values).anyMatch(StorableText::holdsNul)) {
                    findings.add(new Finding(name, WRONG, REMEDY));
                }
            });
        }
        if (!findings.isEmpty()) {
            throw new InvalidInput(WRONG, findings);
        }
        return true;
    }

    private static boolean holdsNul(@Nullable String text) {
        return text != null && text.indexOf('\0') >= 0;
    }

    /** A text that cannot be stored; knows its field. */
    public static final class Unstorable extends JsonMappingException {

        Unstorable(JsonParser json) {
            super(json, WRONG);
        }
    }

    /** Reads texts of JSON bodies. */
    public static final class Reader extends StringDeserializer {

        @Override
        public @Nullable String deserialize(JsonParser json, DeserializationContext context) throws IOException {
            var text = super.deserialize(json, context);
            if (holdsNul(text)) {
                throw new Unstorable(json);
            }
            return text;
        }
    }
}
