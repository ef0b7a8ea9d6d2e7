package org.regatta.project;

import java.util.List;
import java.util.UUID;

/**
 * Who is behind a project.
 *
 * @param members those who lead first, then by name; empty where only the team's name is known
 */
public record TeamView(UUID id, String name, List<Member> members) {

    /** A person of a team. */
    public record Member(UUID personId, String name, boolean leads) {}
}
