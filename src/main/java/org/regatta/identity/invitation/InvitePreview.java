package org.regatta.identity.invitation;

import java.util.List;
import org.regatta.shared.Finding;

/**
 * What an invitation would do.
 *
 * @param people who would be invited, in their order
 * @param findings what is wrong, each at its line; while there is any, nobody is invited
 */
public record InvitePreview(List<Invitee> people, List<Finding> findings) {

    /**
     * Somebody on the list.
     *
     * @param known whether the viewer administers an account with this address already
     */
    public record Invitee(int line, String email, String name, boolean known) {}
}
