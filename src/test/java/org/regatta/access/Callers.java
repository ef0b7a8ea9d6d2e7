package org.regatta.access;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.regatta.identity.Browser;
import org.regatta.identity.Role;
import org.regatta.identity.token.ApiTokens;
import org.regatta.identity.token.TokenScope;
import org.regatta.shared.Ids;

/** Everybody who asks in the access matrix, with a session from the sign-in page and a token each. */
final class Callers {

    /** Who is no person of the world. */
    static final String VISITOR = "visitor";

    /** Who changes nothing, whatever it is: who sees the site as another, and a token that only reads. */
    static final Set<String> READING = Set.of("viewing", "reader");

    /** People of the world whom things are done to. */
    private static final List<String> SILENT = List.of("peer", "double", "spare", "subject", "invited", "candidate");

    private static final Pattern DEVICE = Pattern.compile("/security/devices/([0-9a-f-]{36})/end");

    private final World world;
    private final int port;
    private final Map<String, Map<String, Object>> own = new HashMap<>();

    Callers(World world, int port) {
        this.world = world;
        this.port = port;
    }

    /** All of them, the visitor last. */
    List<Caller> all() throws IOException, InterruptedException {
        var all = new ArrayList<Caller>();
        for (var name : world.people.keySet()) {
            if (!SILENT.contains(name)) {
                own.put(name, own(name, world.person(name)));
                all.add(again(name));
            }
        }
        var door = new Browser(port);
        var csrf = door.csrf("/sign-in");
        var nothing = new HashMap<>(own.get("roleless"));
        nothing.put("device", Ids.next());
        all.add(new Caller(VISITOR, null, door.cookie("REGATTA"), csrf, null, nothing));
        return all;
    }

    /** A super admin by a token that writes and does not administer. */
    Caller writer() {
        var personId = world.person("superAdmin");
        return new Caller("writer", personId, null, null, token(personId, TokenScope.WRITE), own.get("superAdmin"));
    }

    /** One of them, with a new session. */
    Caller again(String name) throws IOException, InterruptedException {
        var personId = world.person(name);
        world.rows.put("update person set enabled = true where id = ?", personId);
        var browser = signedIn(name);
        var csrf = browser.csrf(name.equals("unfinished") ? "/set-password" : "/account");
        if (name.equals("viewing")) {
            view(browser, csrf);
        }
        if (name.equals("disabled")) {
            // what ends sessions is tested elsewhere: not even one that was left may get in
            world.rows.put("update person set enabled = false where id = ?", personId);
        }
        var mine = new HashMap<>(own.get(name));
        mine.put("device", name.equals("juror") ? device() : Ids.next());
        return new Caller(name, personId, browser.cookie("REGATTA"), csrf, token(name, personId), mine);
    }

    private void view(Browser browser, String csrf) throws IOException, InterruptedException {
        var begun = browser.post(
                "/people/" + world.person("juror") + "/view-as", Map.of("reason", "To help.", "_csrf", csrf));
        if (!begun.headers().firstValue("Location").orElse("").endsWith("/")) {
            throw new IllegalStateException("The view did not begin: " + begun.body());
        }
    }

    private Browser signedIn(String name) throws IOException, InterruptedException {
        var browser = new Browser(port);
        browser.signIn(world.person(name) + "@example.org", World.PASSWORD);
        return browser;
    }

    /** None for who is somebody else in a session alone. */
    private @Nullable String token(String name, UUID personId) {
        if (List.of("viewing", "unfinished").contains(name)) {
            return null;
        }
        return token(personId, name.equals("reader") ? TokenScope.READ : TokenScope.ADMINISTER);
    }

    /** As if it had just been used until the end of the test: else each request notes its use, and that is rolled back. */
    private String token(UUID personId, TokenScope scope) {
        var issued = world.context.getBean(ApiTokens.class).issue(personId, "matrix", scope, null);
        world.rows.put(
                "update api_token set last_used_at = now() + interval '1 hour' where id = ?",
                issued.token().id());
        return issued.secret();
    }

    /** What each has of their own, so that being refused cannot come from having nothing. */
    private Map<String, Object> own(String name, UUID personId) {
        var token = Ids.next();
        var passkey = Ids.next();
        var view = Ids.next();
        world.rows.put(
                "insert into api_token (id, person_id, name, token_hash, created_at) values (?, ?, 'spare', decode(?, 'hex'), now())",
                token,
                personId,
                hex(token));
        world.rows.put("""
                insert into passkey (id, person_id, name, credential_id, public_key, signature_count, uv_initialized,
                                     backup_eligible, backup_state, transports, attestation_object, client_data, created_at)
                values (?, ?, 'Key', decode(?, 'hex'), '', 0, true, false, false, '', '', '', now())""", passkey, personId, hex(passkey));
        world.rows.put(
                "insert into saved_view (id, owner_id, path, name, query, saved_at) values (?, ?, '/inbox', 'Mine', 'due=SOON', now())",
                view,
                personId);
        // long over, so that it gives no right and can be given up
        var grant = world.grant(name, Role.AUDIENCE, world.elsewhere, null, "now() - interval '9 days'");
        return Map.of("token", token, "passkey", passkey, "view", view, "ownGrant", grant);
    }

    /** Another device of the juror's. */
    private String device() throws IOException, InterruptedException {
        signedIn("juror").get("/security");
        var found = DEVICE.matcher(signedIn("juror").get("/security").body());
        if (!found.find()) {
            throw new IllegalStateException("No device is listed");
        }
        return found.group(1);
    }

    private static String hex(UUID id) {
        return id.toString().replace("-", "");
    }
}
