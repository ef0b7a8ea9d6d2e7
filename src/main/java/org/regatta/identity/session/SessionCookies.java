package org.regatta.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.PropertyMapper;
import org.springframework.boot.web.server.Cookie.SameSite;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.stereotype.Component;

/**
 * The cookie of a session: its id, and a proof of it made with the deployment's secret. Ids stand readable in the database;
 * whoever reads them there, or in a backup, takes no session over.
 */
@Component
class SessionCookies extends DefaultCookieSerializer {

    private static final String MAC = "HmacSHA256";
    private static final char BETWEEN = '.';

    private final SecretKeySpec key;

    /** As {@code server.servlet.session.cookie} has it. */
    SessionCookies(@Value("${regatta.secret}") String secret, ServerProperties server) {
        // a key of its own, so that nothing else made from the secret tells about it
        this.key = new SecretKeySpec(
                mac(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), MAC), "regatta/session/1"), MAC);
        var cookie = server.getServlet().getSession().getCookie();
        var map = PropertyMapper.get().alwaysApplyingWhenNonNull();
        map.from(cookie::getName).to(this::setCookieName);
        map.from(cookie::getHttpOnly).to(this::setUseHttpOnlyCookie);
        map.from(cookie::getSecure).to(this::setUseSecureCookie);
        map.from(cookie::getSameSite).as(SameSite::attributeValue).to(this::setSameSite);
    }

    /** The ids of those whose proof is good; what somebody made up is no cookie at all. */
    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return super.readCookieValues(request).stream()
                .map(this::proven)
                .flatMap(Optional::stream)
                .toList();
    }

    /** An empty value, which ends the cookie, needs no proof. */
    @Override
    public void writeCookieValue(CookieValue session) {
        var id = session.getCookieValue();
        var value = id.isEmpty() ? id : id + BETWEEN + proof(id);
        var cookie = new CookieValue(session.getRequest(), session.getResponse(), value);
        cookie.setCookieMaxAge(session.getCookieMaxAge());
        super.writeCookieValue(cookie);
    }

    private Optional<String> proven(String value) {
        var end = value.lastIndexOf(BETWEEN);
        if (end <= 0) {
            return Optional.empty();
        }
        var id = value.substring(0, end);
        var shown = value.substring(end + 1).getBytes(StandardCharsets.UTF_8);
        var good = MessageDigest.isEqual(shown, proof(id).getBytes(StandardCharsets.UTF_8));
        return good ? Optional.of(id) : Optional.empty();
    }

    private String proof(String id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(key, id));
    }

    private static byte[] mac(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
