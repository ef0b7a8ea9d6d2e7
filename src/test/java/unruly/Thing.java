package unruly;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;

/** An entity. */
@Entity
public class Thing {

    @Id
    UUID id;

    private boolean turned;

    void turn() {
        turned = !turned;
    }
}
