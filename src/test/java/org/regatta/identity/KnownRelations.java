package org.regatta.identity;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** What the modules would know of the one person and the one project of a test. */
final class KnownRelations implements Relations {

    enum Relation {
        CONFLICTED,
        ASSIGNED,
        OF_TEAM,
        COMPETES
    }

    final Set<Relation> now = EnumSet.noneOf(Relation.class);

    @Override
    public boolean conflicted(UUID personId, UUID projectId) {
        return now.contains(Relation.CONFLICTED);
    }

    @Override
    public boolean assigned(UUID personId, UUID projectId) {
        return now.contains(Relation.ASSIGNED);
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
