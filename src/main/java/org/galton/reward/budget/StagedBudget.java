package org.galton.reward.budget;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.galton.numerics.Expect;
import org.galton.statistics.Tally;
import org.galton.statistics.stage.PilotWeights;

/**
 * A budget that is spent in two stages: a pilot of as many rollouts for every prompt, then the rest
 * where a rule wants it by what the pilot found. Every prompt with a whole pilot gets at least one
 * further rollout, so that {@link org.galton.statistics.stage.StagedPassAtK} has both stages.
 *
 * <p>The allocation is a function of the pilots alone, in the order of the prompts. A prompt whose
 * pilot is not whole, since a rollout failed or has no verdict, gets no second stage; its share
 * goes to the others.
 *
 * <p>{@link VarianceRule} sees the posterior mean (c + 1)/(n + 2) of each prompt, the other rules
 * the share c/n: with c/n a prompt that the pilot did not solve has no variance and gets one
 * rollout, which may double the squared error that the rule is to lower.
 *
 * @param rollouts of all prompts, both stages
 * @param low rollouts of a pilot, 2 or more
 * @param high most rollouts of a prompt in both stages, above {@code low}
 */
public record StagedBudget(long rollouts, int low, int high, AllocationRule rule) {
  private static final int REFERENCE_PROMPTS = 1000;

  public StagedBudget {
    Expect.that(low >= 2, "rollouts of a pilot", low, "2 or more");
    Expect.that(high > low, "most rollouts of a prompt", high, "above those of its pilot, " + low);
  }

  /** The least that so many prompts need: a pilot and one further rollout of each. */
  public long least(int prompts) {
    return (long) prompts * (low + 1);
  }

  /** The most that so many prompts can have. */
  public long most(int prompts) {
    return (long) prompts * high;
  }

  /** Whether each of its rollouts has a verdict. */
  public boolean isWhole(Tally pilot) {
    return pilot.rollouts() == low;
  }

  /**
   * The rollouts of each prompt in both stages, {@code low} where the pilot is not whole.
   *
   * @param pilots verdicts of the first {@code low} rollouts of each prompt
   * @throws IllegalArgumentException when the budget is below {@link #least}
   */
  public int[] allocate(List<Tally> pilots) {
    List<Integer> whole = new ArrayList<>();
    int[] numbers = new int[pilots.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = low;
      if (isWhole(pilots.get(i))) {
        whole.add(i);
      }
    }
    if (!whole.isEmpty()) {
      Tally[] tallies = whole.stream().map(pilots::get).toArray(Tally[]::new);
      int[] found = allocate(rates(tallies), left(pilots.size() - whole.size())).rollouts();
      for (int place = 0; place < found.length; place++) {
        numbers[whole.get(place)] = found[place];
      }
    }
    return numbers;
  }

  private long left(int incomplete) {
    return rollouts - (long) incomplete * low;
  }

  private Allocation allocate(SuccessRates rates, long budget) {
    return rule.allocate(rates, new RolloutBounds(low + 1, high), budget);
  }

  private SuccessRates rates(Tally[] pilots) {
    return rule instanceof VarianceRule
        ? SuccessRates.posterior(pilots)
        : SuccessRates.observed(pilots);
  }

  /**
   * The weights of pilots: by the second stages that prompts would get if each number of right
   * rollouts, 0 to {@code low}, were as frequent as any other.
   *
   * @param prompts that share the budget
   */
  public PilotWeights weights(int prompts) {
    int each = Math.max(1, REFERENCE_PROMPTS / (low + 1));
    Tally[] reference = new Tally[each * (low + 1)];
    for (int i = 0; i < reference.length; i++) {
      reference[i] = new Tally(low, i / each);
    }
    long budget = Math.round((double) rollouts / prompts * reference.length);
    int[] found = allocate(rates(reference), Math.max(least(reference.length), budget)).rollouts();
    long[] later = new long[low + 1];
    for (int i = 0; i < found.length; i++) {
      later[i / each] += found[i] - low;
    }
    return PilotWeights.expecting(
        Arrays.stream(later).mapToDouble(sum -> (double) sum / each).toArray());
  }
}
