package unruly.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import unruly.Thing;

/** A controller for everybody that shows an entity. */
@RestController
public class ThingController {

    /** All of it. */
    @GetMapping("/thing")
    public Thing thing(@RequestParam @Nullable String name) {
        return new Thing();
    }
}
