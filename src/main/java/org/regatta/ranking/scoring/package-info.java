/** The arithmetic of rankings: pure functions over exact decimals, entered through {@code Scoring}. */
@NullMarked
package org.regatta.ranking.scoring;

import org.jspecify.annotations.NullMarked;
