/**
 * Turns the evaluations of a closed round into a ranking by the round's scoring policy, and shows how every number of it
 * came about.
 *
 * <p>People enter through {@link org.regatta.ranking.Rankings}; processes through
 * {@link org.regatta.ranking.Calibration}. The arithmetic is in {@code scoring}, free of database and framework.
 * Tables: {@code ranking}, {@code ranking_row} (see {@code db/migration/ranking}). What is ranked is read, with one
 * statement each, from {@code participation}, {@code project}, {@code assignment}, {@code recusal}, {@code juror} and
 * {@code evaluation}; nothing of these is written here.
 */
@ApplicationModule(
        displayName = "Ranking",
        allowedDependencies = {"shared", "identity", "workflow", "competition", "rubric"})
@NullMarked
package org.regatta.ranking;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
