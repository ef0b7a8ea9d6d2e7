/** How the engine's tasks and sequence flows are written down, in the transaction that moves them. */
@NullMarked
package org.regatta.workflow.inbox;

import org.jspecify.annotations.NullMarked;
