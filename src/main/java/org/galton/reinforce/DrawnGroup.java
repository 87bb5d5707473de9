package org.galton.reinforce;

import java.util.List;
import java.util.Optional;
import org.galton.reinforce.tree.SearchedGroup;
import org.galton.statistics.Tally;

/**
 * The rollouts of a prompt that are compared with each other, by their numbers.
 *
 * @param asked the rollouts that were drawn of the prompt
 * @param generation of the rollouts
 * @param rollouts those drawn; with a search the trajectories of a tree, or remembered solutions
 *     and those drawn
 * @param search how they came about in a training that searches
 */
record DrawnGroup(
    AskedPrompt asked,
    String generation,
    List<DrawnRollout> rollouts,
    Optional<SearchedGroup> search) {
  DrawnGroup {
    rollouts = List.copyOf(rollouts);
  }

  DrawnGroup(AskedPrompt asked, String generation, List<DrawnRollout> rollouts) {
    this(asked, generation, rollouts, Optional.empty());
  }

  DrawnGroup searched(SearchedGroup how) {
    return new DrawnGroup(asked, generation, rollouts, Optional.of(how));
  }

  List<DrawnRollout> scored() {
    return rollouts.stream().filter(DrawnRollout::isScored).toList();
  }

  int correct() {
    return (int) scored().stream().filter(DrawnRollout::isCorrect).count();
  }

  Tally tally() {
    return new Tally(scored().size(), correct());
  }

  /** Of all that was drawn for the prompt, whether or not it is among the rollouts. */
  long drawnTokens() {
    return search
        .map(SearchedGroup::drawnTokens)
        .orElseGet(() -> rollouts.stream().mapToLong(DrawnRollout::tokens).sum());
  }

  /** Each prompt is read once, but those of an episode's turns are its own. */
  int promptTokens() {
    if (rollouts.stream().anyMatch(rollout -> rollout.episode().isPresent())) {
      return rollouts.stream()
          .filter(rollout -> rollout.row().promptTokens() != null)
          .mapToInt(rollout -> rollout.row().promptTokens())
          .sum();
    }
    return rollouts.stream()
        .filter(rollout -> rollout.row().promptTokens() != null)
        .mapToInt(rollout -> rollout.row().promptTokens())
        .findFirst()
        .orElse(0);
  }
}
