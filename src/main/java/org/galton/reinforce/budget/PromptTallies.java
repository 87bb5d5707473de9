package org.galton.reinforce.budget;

import java.util.Arrays;
import org.galton.statistics.Tally;

/**
 * How many rollouts of each prompt were drawn in a training and how they were judged: all of them,
 * and those of the prompt's last draw. Prompts have numbers from 0.
 */
public final class PromptTallies {
  private static final int OF_ALL = 3;
  private static final int OF_LAST = 2;

  private final int[] drawn;
  private final int[] scored;
  private final int[] correct;
  private final int[] lastScored;
  private final int[] lastCorrect;

  public PromptTallies(int prompts) {
    this.drawn = new int[prompts];
    this.scored = new int[prompts];
    this.correct = new int[prompts];
    this.lastScored = new int[prompts];
    this.lastCorrect = new int[prompts];
  }

  /** Rollouts drawn, with or without a verdict: the number of the next one. */
  public int drawn(int prompt) {
    return drawn[prompt];
  }

  /** All verdicts. */
  public Tally all(int prompt) {
    return new Tally(scored[prompt], correct[prompt]);
  }

  /** Verdicts on the last rollouts that were drawn together; none before the first. */
  public Tally last(int prompt) {
    return new Tally(lastScored[prompt], lastCorrect[prompt]);
  }

  /**
   * Adds rollouts that were drawn together.
   *
   * @param verdicts on them
   */
  public void remember(int prompt, int rollouts, Tally verdicts) {
    drawn[prompt] += rollouts;
    scored[prompt] += verdicts.rollouts();
    correct[prompt] += verdicts.correct();
    lastScored[prompt] = verdicts.rollouts();
    lastCorrect[prompt] = verdicts.correct();
  }

  /** All that {@link #restore} needs. */
  public long[] state() {
    int prompts = drawn.length;
    long[] state = new long[(OF_ALL + OF_LAST) * prompts];
    for (int i = 0; i < prompts; i++) {
      state[OF_ALL * i] = drawn[i];
      state[OF_ALL * i + 1] = scored[i];
      state[OF_ALL * i + 2] = correct[i];
      int last = OF_ALL * prompts + OF_LAST * i;
      state[last] = lastScored[i];
      state[last + 1] = lastCorrect[i];
    }
    return state;
  }

  /** Goes back to a state; one of before last draws were kept brings all else back. */
  public void restore(long[] kept) {
    int prompts = drawn.length;
    long[] state = Arrays.copyOf(kept, (OF_ALL + OF_LAST) * prompts);
    for (int i = 0; i < prompts; i++) {
      drawn[i] = (int) state[OF_ALL * i];
      scored[i] = (int) state[OF_ALL * i + 1];
      correct[i] = (int) state[OF_ALL * i + 2];
      int last = OF_ALL * prompts + OF_LAST * i;
      lastScored[i] = (int) state[last];
      lastCorrect[i] = (int) state[last + 1];
    }
  }
}
