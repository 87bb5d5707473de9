package org.galton.study.allocation;

import java.util.List;
import java.util.Optional;
import org.galton.reward.budget.AllocationRule;
import org.galton.reward.budget.RolloutBounds;
import org.galton.reward.filter.PromptRetirement;

/**
 * What is asked about a budget of rollouts.
 *
 * @param input a file, or a folder of files of one format
 * @param model whose rollouts count; the only one where none is named
 * @param budget rollouts to divide
 * @param bounds of a prompt's rollouts
 * @param rule by which to divide
 * @param rates how success rates are read off counts
 * @param retirements rules that take prompts out before
 */
record AllocateRequest(
    String input,
    Optional<String> model,
    long budget,
    RolloutBounds bounds,
    AllocationRule rule,
    RateEstimate rates,
    List<PromptRetirement> retirements) {

  AllocateRequest {
    retirements = List.copyOf(retirements);
  }
}
