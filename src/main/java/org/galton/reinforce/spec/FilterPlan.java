package org.galton.reinforce.spec;

import java.util.List;
import java.util.Optional;
import org.galton.reward.filter.DegenerateFilter;
import org.galton.reward.filter.DynamicSampling;
import org.galton.reward.filter.GroupFilter;
import org.galton.reward.filter.OverlongFilter;
import org.galton.reward.filter.PromptRetirement;

/**
 * What is left out.
 *
 * @param groups all of which a prompt of a step passes that is learned from
 * @param retirements by any of which a prompt is drawn no more in later epochs
 * @param overlong leaves rollouts out of the loss that the token limit ended
 * @param degenerate leaves wrong rollouts out of the loss that are garbled or repeat without end
 */
public record FilterPlan(
    List<GroupFilter> groups,
    List<PromptRetirement> retirements,
    Optional<OverlongFilter> overlong,
    Optional<DegenerateFilter> degenerate) {

  public FilterPlan {
    groups = List.copyOf(groups);
    retirements = List.copyOf(retirements);
  }

  /** The filter that has more prompts drawn in place of those that it drops. */
  public Optional<DynamicSampling> refill() {
    return groups.stream()
        .filter(DynamicSampling.class::isInstance)
        .map(DynamicSampling.class::cast)
        .findFirst();
  }
}
