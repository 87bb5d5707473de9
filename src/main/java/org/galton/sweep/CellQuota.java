package org.galton.sweep;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.galton.reward.budget.StagedBudget;
import org.galton.statistics.Tally;
import org.galton.task.Prompt;

/**
 * The rollouts that a cell wants of each prompt, those with the lowest numbers.
 *
 * @param from the first number that may be asked for now
 * @param each rollouts of a prompt that has no number of its own
 * @param most rollouts of a prompt that has no number of its own, once it has one; otherwise {@code
 *     each}
 * @param numbers rollouts by prompt id, where prompts differ
 * @param total rollouts wanted in the end; above those of the prompts while the second stage of a
 *     budget is not divided yet
 */
public record CellQuota(int from, int each, int most, Map<String, Integer> numbers, long total) {

  public CellQuota {
    numbers = Map.copyOf(numbers);
  }

  /** As many of every prompt. */
  static CellQuota uniform(Cell cell, int rollouts) {
    return new CellQuota(0, rollouts, rollouts, Map.of(), cell.wanted(rollouts));
  }

  /** The pilot of a budget whose second stage is not divided yet. */
  public static CellQuota ofPilot(StagedBudget budget) {
    return new CellQuota(0, budget.low(), budget.high(), Map.of(), budget.rollouts());
  }

  /**
   * Both stages of a budget.
   *
   * @param pilots verdicts of the first {@link StagedBudget#low} rollouts of each prompt, in the
   *     order of the cell's prompts
   */
  public static CellQuota divided(StagedBudget budget, Cell cell, List<Tally> pilots) {
    int[] rollouts = budget.allocate(pilots);
    List<Prompt> prompts = cell.prompts();
    return new CellQuota(
        0,
        budget.low(),
        budget.low(),
        IntStream.range(0, rollouts.length)
            .boxed()
            .collect(Collectors.toMap(i -> prompts.get(i).id(), i -> rollouts[i])),
        IntStream.of(rollouts).asLongStream().sum());
  }

  /** The same without the pilot, drawn or not: what failed in it waits for the next run. */
  public CellQuota secondStage() {
    return new CellQuota(each, each, most, numbers, total);
  }

  /** Whether a budget's second stage waits for the verdicts on its pilot. */
  boolean isUndivided() {
    return most > each;
  }

  /** Rollouts of a prompt that may be asked for now. */
  int of(String promptId) {
    return numbers.getOrDefault(promptId, each);
  }

  /** Rollouts of a prompt that may count: of a pilot that is not judged yet also later ones. */
  public int most(String promptId) {
    return numbers.getOrDefault(promptId, most);
  }
}
