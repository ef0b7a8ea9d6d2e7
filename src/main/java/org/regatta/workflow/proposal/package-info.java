/**
 * Models that a second person has to agree to before they run. Enter through {@link
 * org.regatta.workflow.proposal.ModelProposals}.
 */
@NullMarked
package org.regatta.workflow.proposal;

import org.jspecify.annotations.NullMarked;
