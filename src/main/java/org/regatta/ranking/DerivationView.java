package org.regatta.ranking;

import java.util.UUID;
import org.regatta.competition.ScoringPolicy;
import org.regatta.ranking.scoring.Derivation;

/**
 * How one project's rank came about.
 *
 * @param policy the rules that were applied
 * @param derivation every score, correction and computation
 */
public record DerivationView(UUID rankingId, RankingRowView row, ScoringPolicy policy, Derivation derivation) {}
