package org.galton.reinforce.spec;

import java.util.List;
import java.util.Optional;
import org.galton.reward.advantage.Advantage;
import org.galton.reward.filter.DynamicSampling;
import org.galton.reward.filter.GroupFilter;
import org.galton.reward.loss.Aggregate;
import org.galton.reward.loss.TokenLoss;
import org.galton.reward.signal.OutcomeReward;

/**
 * What is rewarded, and how a reward moves the policy.
 *
 * @param aggregate how tokens of a batch are averaged
 * @param filters all of which a prompt passes that is learned from
 */
public record ObjectivePlan(
    OutcomeReward reward,
    Advantage advantage,
    TokenLoss loss,
    Aggregate aggregate,
    List<GroupFilter> filters) {

  public ObjectivePlan {
    filters = List.copyOf(filters);
  }

  /** The filter that has more prompts drawn in place of those that it drops. */
  public Optional<DynamicSampling> refill() {
    return filters.stream()
        .flatMap(
            filter ->
                filter instanceof DynamicSampling dynamic
                    ? Optional.of(dynamic).stream()
                    : Optional.<DynamicSampling>empty().stream())
        .findFirst();
  }
}
