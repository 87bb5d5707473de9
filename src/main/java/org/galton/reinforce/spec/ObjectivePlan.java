package org.galton.reinforce.spec;

import org.galton.reward.advantage.Advantage;
import org.galton.reward.loss.Aggregate;
import org.galton.reward.loss.TokenLoss;
import org.galton.reward.signal.OutcomeReward;

/**
 * What is rewarded, and how a reward moves the policy.
 *
 * @param aggregate how tokens of a batch are averaged
 */
public record ObjectivePlan(
    OutcomeReward reward,
    Advantage advantage,
    TokenLoss loss,
    Aggregate aggregate,
    FilterPlan filters) {}
