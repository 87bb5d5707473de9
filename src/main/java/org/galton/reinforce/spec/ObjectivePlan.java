package org.galton.reinforce.spec;

import org.galton.reinforce.signal.RewardPlan;
import org.galton.reward.advantage.Advantage;
import org.galton.reward.loss.Aggregate;
import org.galton.reward.loss.TokenLoss;

/**
 * What is rewarded, and how a reward moves the policy.
 *
 * @param aggregate how tokens of a batch are averaged
 */
public record ObjectivePlan(
    RewardPlan reward,
    Advantage advantage,
    TokenLoss loss,
    Aggregate aggregate,
    FilterPlan filters) {}
