/**
 * Who joins, leaves and is removed from a team while its project is a draft. Enter through
 * {@link org.regatta.project.team.OwnTeams}; whoever is invited through {@link org.regatta.project.team.Joining}.
 */
@NullMarked
package org.regatta.project.team;

import org.jspecify.annotations.NullMarked;
