package org.regatta.identity;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.regatta.shared.Ids;

/** What the modules would know of the one person and the one project of a test. */
final class KnownRelations implements Relations {

    enum Relation {
        CONFLICTED,
        ASSIGNED,
        MENTORS,
        SHORTLISTED,
        OF_TEAM,
        COMPETES
    }

    static final UUID PROJECT = Ids.next();

    final Set<Relation> now = EnumSet.noneOf(Relation.class);

    /** Every conflict of one person, where a test asks for more than whether there is one. */
    @Nullable
    UUID conflictedPerson;

    @Override
    public Set<UUID> conflicts(UUID personId) {
        return personId.equals(conflictedPerson) ? Set.of(PROJECT) : Set.of();
    }

    @Override
    public boolean conflicted(UUID personId, UUID projectId) {
        return now.contains(Relation.CONFLICTED);
    }

    @Override
    public boolean assigned(UUID personId, UUID projectId) {
        return now.contains(Relation.ASSIGNED);
    }

    @Override
    public boolean mentors(UUID personId, UUID projectId) {
        return now.contains(Relation.MENTORS);
    }

    @Override
    public boolean shortlisted(UUID projectId) {
        return now.contains(Relation.SHORTLISTED);
    }

    @Override
    public boolean ofTeam(UUID personId, UUID projectId) {
        return now.contains(Relation.OF_TEAM);
    }

    @Override
    public boolean competes(UUID personId, UUID competitionId) {
        return now.contains(Relation.COMPETES);
    }
}
