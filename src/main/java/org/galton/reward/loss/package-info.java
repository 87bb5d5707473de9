/**
 * What a token of a rollout adds to the gradient: {@link org.galton.reward.loss.TokenLoss} gives
 * its coefficient, {@link org.galton.reward.loss.Aggregate} its weight in the batch.
 */
package org.galton.reward.loss;
