package unruly;

import java.util.UUID;
import org.springframework.data.repository.NoRepositoryBean;
import org.springframework.data.repository.Repository;

/** A repository for everybody. */
@NoRepositoryBean
public interface ThingRepository extends Repository<Thing, UUID> {}
