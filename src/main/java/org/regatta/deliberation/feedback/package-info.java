/**
 * What a team is told about its own project after release. Enter through {@link
 * org.regatta.deliberation.feedback.TeamResults}.
 */
@NullMarked
package org.regatta.deliberation.feedback;

import org.jspecify.annotations.NullMarked;
