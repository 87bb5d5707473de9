package org.galton.reward.filter;

/** Which prompts of a batch are learned from, once their rollouts are judged. */
public sealed interface GroupFilter permits ZeroVarianceFilter, DynamicSampling {

  /** As specs and options call it. */
  String name();

  boolean keeps(RewardedPrompt prompt);
}
