package org.regatta.ranking.scoring;

import java.math.BigDecimal;

/**
 * How far chance in the choice of jurors could have moved a result: the 95 % confidence interval of a group mean in a
 * one-way layout with pooled variance, mean ± t · s ÷ √n (NIST/SEMATECH e-Handbook of Statistical Methods, 7.4.3). It
 * takes the jurors as drawn at random and their disagreement as alike for all projects; it says nothing of what all of
 * them may have got wrong.
 *
 * @param deviation s: the pooled standard deviation of the counted scores around the mean of their project
 * @param freedom degrees of freedom: counted scores less projects
 * @param scores n: how many count for this project; with weighted jurors (Σw)² ÷ Σw²
 * @param factor t: the 97.5 % quantile of Student's distribution
 * @param margin half the interval's width
 */
public record Interval(BigDecimal deviation, int freedom, BigDecimal scores, BigDecimal factor, BigDecimal margin) {}
