package org.regatta.ops.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.regatta.identity.NotVisible;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * The guides of {@code docs/guides} as help pages, {@code ops/guide.html}, in the reader's language where there is a
 * translation. They are part of the artifact, never somebody's input; raw HTML in them is escaped all the same.
 */
@Controller
class GuideController {

    private static final List<String> GUIDES = List.of("organiser", "juror", "applicant", "observer", "operator");
    private static final MediaType WEBP = MediaType.parseMediaType("image/webp");
    private static final Pattern PICTURE = Pattern.compile("[a-z0-9-]{1,60}\\.webp");

    private final Parser parser = Parser.builder().build();
    private final HtmlRenderer renderer =
            HtmlRenderer.builder().escapeHtml(true).sanitizeUrls(true).build();
    private final Map<String, Guide> read = new ConcurrentHashMap<>();
    /**
     * A guide, ready to be shown.
     *
     * @param language of its text
     * @param html of all but the title
     */
    record Guide(String title, String language, String html) {}

    @GetMapping("/help")
    String help(Model model) {
        model.addAttribute("guides", GUIDES);
        return "ops/help";
    }

    @GetMapping("/help/{guide}")
    String guide(@PathVariable String guide, Model model) {
        if (!GUIDES.contains(guide)) {
            throw new NotVisible();
        }
        model.addAttribute("guides", GUIDES);
        model.addAttribute("name", guide);
        model.addAttribute("guide", find(guide, LocaleContextHolder.getLocale()));
        return "ops/guide";
    }

    @GetMapping("/help/images/{picture}")
    ResponseEntity<Resource> picture(@PathVariable String picture) {
        var file = new ClassPathResource("guides/images/" + picture);
        if (!PICTURE.matcher(picture).matches() || !file.exists()) {
            throw new NotVisible();
        }
        return ResponseEntity.ok()
                .contentType(WEBP)
                .cacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePrivate())
                .body(file);
    }

    private Guide find(String guide, Locale locale) {
        var translated = guide + "." + locale.getLanguage();
        var there =
                !locale.getLanguage().equals("en") && new ClassPathResource("guides/" + translated + ".md").exists();
        return read.computeIfAbsent(
                there ? translated : guide, name -> render(name, there ? locale.getLanguage() : "en"));
    }

    private Guide render(String name, String language) {
        var document = parser.parse(text(name));
        var title = new StringBuilder();
        if (document.getFirstChild() instanceof Heading heading) {
            heading.accept(new AbstractVisitor() {
                @Override
                public void visit(Text words) {
                    title.append(words.getLiteral());
                }
            });
            heading.unlink();
        }
        document.accept(new Addresses());
        return new Guide(title.toString(), language, renderer.render((Node) document));
    }

    private static String text(String name) {
        try {
            return new ClassPathResource("guides/" + name + ".md").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException("A guide of the artifact cannot be read", missing);
        }
    }

    /** Turns addresses between files into addresses of pages. */
    private static final class Addresses extends AbstractVisitor {

        @Override
        public void visit(Image image) {
            image.setDestination("/help/" + image.getDestination());
            visitChildren(image);
        }

        @Override
        public void visit(Link link) {
            var to = link.getDestination();
            if (to.endsWith(".md") && !to.contains("/")) {
                link.setDestination("/help/" + to.substring(0, to.indexOf('.')));
            }
            visitChildren(link);
        }
    }
}
