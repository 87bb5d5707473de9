package org.galton.reward.filter;

/**
 * ScaleRL's filter: keeps a prompt where min r &lt; max r; nothing is drawn in its place. Looks at
 * rewards, so that 0/1, -1/+1, ternary and real ones are treated alike, and a prompt of one rollout
 * goes too.
 *
 * <p>Khatri et al., The Art of Scaling Reinforcement Learning Compute for LLMs, 2025,
 * arXiv:2510.13786.
 */
public record ZeroVarianceFilter() implements GroupFilter {

  @Override
  public String name() {
    return "zero_variance";
  }

  @Override
  public boolean keeps(RewardedPrompt prompt) {
    return prompt.state().teaches();
  }
}
