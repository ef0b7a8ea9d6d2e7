package org.regatta.workflow.web;

import org.regatta.shared.web.list.ListAddress;
import org.regatta.workflow.InboxFilter;

/** Where a view of the inbox is found. */
final class InboxAddress {

    private InboxAddress() {}

    static ListAddress of(InboxFilter filter) {
        return ListAddress.at("/inbox")
                .with("competition", filter.competitionId())
                .with("round", filter.roundId())
                .with("kind", filter.taskKey())
                .with("due", filter.due())
                .with("held", filter.held());
    }
}
