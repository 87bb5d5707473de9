/**
 * Rewards of judged rollouts: {@link org.galton.reward.signal.Reward}. Truthfulness counts the
 * outcomes that they reward.
 */
package org.galton.reward.signal;
