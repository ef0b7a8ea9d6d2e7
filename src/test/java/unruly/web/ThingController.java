package unruly.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import unruly.Thing;

/** A controller for everybody that shows an entity. */
@RestController
public class ThingController {

    /** All of it. */
    @GetMapping("/thing")
    public Thing thing() {
        return new Thing();
    }
}
