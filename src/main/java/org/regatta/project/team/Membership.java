package org.regatta.project.team;

import java.util.List;
import java.util.UUID;

/**
 * What one of a team may do with it.
 *
 * @param me the one who asks
 * @param leads whether they invite and remove
 * @param open whether the team may still change: its project is a draft and the competition takes projects
 * @param invitations waiting, the latest first; empty for who does not lead
 */
public record Membership(UUID me, boolean leads, boolean open, List<TeamInvitation> invitations) {}
