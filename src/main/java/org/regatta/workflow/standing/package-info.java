/** Where processes stand on their diagrams, counted over many instances, and what the engine could not do. */
@NullMarked
package org.regatta.workflow.standing;

import org.jspecify.annotations.NullMarked;
