package org.regatta.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** Sends the requests of the access matrix, for real, and says what came of them. */
final class Asking {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Runnable::run)
            .build();
    private static final String BOUNDARY = "a-part-of-the-matrix";

    private final World world;
    private final int port;

    Asking(World world, int port) {
        this.world = world;
        this.port = port;
    }

    /** One request of a row. */
    HttpResponse<String> ask(MatrixRow row, Stage stage, Caller caller) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + address(row, stage, caller)))
                .header("Accept", row.ofApi() ? "*/*" : "text/html,*/*;q=0.8");
        if (row.only().isEmpty()) {
            request.header(RollingBack.HEADER, "true");
        }
        identify(request, row, caller);
        var body = row.body();
        if (body == null) {
            request.method(row.method(), BodyPublishers.noBody());
        } else {
            request.header("Content-Type", type(row.type()))
                    .method(row.method(), BodyPublishers.ofString(content(row, fill(body, stage, caller))));
        }
        return send(request.build());
    }

    /**
     * At which of these stages a row can be asked: of those where the stage makes no difference, at those that have all it
     * names, and once where what it names is the same.
     */
    List<Stage> possible(MatrixRow row, Caller caller, Collection<Stage> stages) {
        var named = row.answers().keySet().stream().filter(stages::contains).toList();
        if (!row.anyStage()) {
            return named;
        }
        var names = row.objects();
        var requests = new HashMap<List<@Nullable Object>, Stage>();
        for (var stage : named) {
            var objects = names.stream().map(name -> find(name, stage, caller)).toList();
            if (!objects.contains(null)) {
                requests.putIfAbsent(objects, stage);
            }
        }
        return requests.values().stream().sorted().toList();
    }

    /** What an answer means: {@code ok}, {@code signIn}, {@code unfinished}, or its status. */
    static String outcome(HttpResponse<String> answer) {
        var to = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() == 401 || to.equals("/sign-in")) {
            return "signIn";
        }
        if (to.equals("/set-password") || answer.body().contains("\"signInUnfinished\"")) {
            return "unfinished";
        }
        if (to.equals("/confirm-sign-in")) {
            return "notFresh";
        }
        return answer.statusCode() < 400 ? "ok" : String.valueOf(answer.statusCode());
    }

    private static void identify(HttpRequest.Builder request, MatrixRow row, Caller caller) {
        if (row.ofApi() && caller.token() != null) {
            request.header("Authorization", "Bearer " + caller.token());
            return;
        }
        if (caller.session() != null) {
            request.header("Cookie", "REGATTA=" + caller.session());
        }
        if (caller.csrf() != null && !row.reads()) {
            request.header("X-CSRF-TOKEN", caller.csrf());
        }
    }

    private String address(MatrixRow row, Stage stage, Caller caller) {
        var path = new StringBuilder();
        var variables = MatrixRow.VARIABLE.matcher(row.pattern());
        while (variables.find()) {
            var stands = row.standsFor(variables.group(1));
            variables.appendReplacement(path, Matcher.quoteReplacement(object(stands, stage, caller)));
        }
        variables.appendTail(path);
        if (path.indexOf("**") > 0) {
            path.replace(path.indexOf("**"), path.length(), object(row.with().get("**"), stage, caller));
        }
        return row.query().isEmpty() ? path.toString() : path + "?" + fill(row.query(), stage, caller);
    }

    private String fill(String text, Stage stage, Caller caller) {
        return MatrixRow.NAME
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(object(found.group(1), stage, caller)));
    }

    /** What stands for a name; what begins with a quote stands for itself. */
    private String object(String name, Stage stage, Caller caller) {
        if (name.startsWith("'")) {
            return name.substring(1);
        }
        var found = find(name, stage, caller);
        if (found == null) {
            throw new IllegalStateException("There is no " + name + " at " + stage);
        }
        return found.toString();
    }

    /** What the caller has of that name, else what there is. */
    private @Nullable Object find(String name, Stage stage, Caller caller) {
        var objects = world.objects(stage);
        var own = caller.own().get(name);
        return own != null ? own : objects.getOrDefault(caller.name() + "." + name, objects.get(name));
    }

    private static String type(String kind) {
        return switch (kind) {
            case "json" -> "application/json";
            case "xml" -> "application/xml";
            case "upload" -> "multipart/form-data; boundary=" + BOUNDARY;
            default -> "application/x-www-form-urlencoded";
        };
    }

    private static String content(MatrixRow row, String body) {
        return switch (row.type()) {
            case "xml" -> resource(body);
            case "upload" -> upload(body);
            case "form" -> form(body);
            default -> body;
        };
    }

    private static String form(String fields) {
        var form = new StringBuilder();
        for (var field : fields.split("&")) {
            var parts = field.split("=", 2);
            form.append(form.isEmpty() ? "" : "&")
                    .append(parts[0])
                    .append('=')
                    .append(URLEncoder.encode(parts.length < 2 ? "" : parts[1], StandardCharsets.UTF_8));
        }
        return form.toString();
    }

    /** {@code field name resource}, then {@code field=value} as often as wanted, between blanks. */
    private static String upload(String body) {
        var words = body.strip().split("\\s+");
        var parts = new StringBuilder();
        for (var at = 3; at < words.length; at++) {
            var field = words[at].split("=", 2);
            part(parts, "name=\"" + field[0] + "\"", field[1]);
        }
        part(parts, "name=\"" + words[0] + "\"; filename=\"" + words[1] + "\"", resource(words[2]));
        return parts + "--" + BOUNDARY + "--\r\n";
    }

    private static void part(StringBuilder parts, String disposition, String content) {
        parts.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; ")
                .append(disposition)
                .append("\r\n\r\n")
                .append(content)
                .append("\r\n");
    }

    private static String resource(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new UncheckedIOException(request.toString(), broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
