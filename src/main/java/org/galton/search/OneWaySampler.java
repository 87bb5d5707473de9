package org.galton.search;

import java.util.Locale;

/**
 * Baselines that never go back: at each block so many candidates are drawn, and one of them is
 * taken.
 *
 * @param choice which one
 * @param block tokens of a block; 0 for whole completions
 * @param candidates drawn at each block
 * @param values where values come from
 */
public record OneWaySampler(Choice choice, int block, int candidates, ValueSource values)
    implements BlockSampler {

  /** Which candidate is taken. */
  public enum Choice {
    /** The one with the highest value, the first of equal ones: maximises. */
    BEST("best_of"),
    /**
     * The first that is accepted, each with its value for a probability; where none is, the search
     * is given up. Over whole completions this is outcome rejection, whose law is exact. Over
     * blocks it is sampling that is guided one way: the value of each block weighs, and errors of
     * the values stay.
     */
    ACCEPTED("rejection");

    private final String name;

    Choice(String name) {
      this.name = name;
    }
  }

  public OneWaySampler {
    if (block < 0) {
      throw new IllegalArgumentException("Invalid block " + block + ": expected 1 or more");
    }
    if (candidates < 1) {
      throw new IllegalArgumentException(
          "Invalid candidates " + candidates + ": expected 1 or more");
    }
  }

  /** With the task's values, with an error or, where it is 0, without. */
  public OneWaySampler(Choice choice, int block, int candidates, double noise) {
    this(choice, block, candidates, ValueSource.noisy(noise));
  }

  @Override
  public String kind() {
    return kind(choice, block > 0);
  }

  /** The word of each of the four: {@code best_of}, {@code block_rejection} and so on. */
  public static String kind(Choice choice, boolean blocks) {
    return (blocks ? "block_" : "") + choice.name;
  }

  @Override
  public int block(int maxTokens) {
    return block == 0 ? maxTokens : block;
  }

  @Override
  public boolean needsValues(int maxTokens) {
    return block(maxTokens) < maxTokens && !values.equals(ValueSource.none());
  }

  @Override
  public boolean isBiased() {
    return choice == Choice.BEST || block > 0;
  }

  @Override
  public String settings(int maxTokens) {
    String law = choice == Choice.BEST ? "(maximises)" : isBiased() ? "(biased)" : "";
    return String.format(Locale.ROOT, "sampler=%s%s candidates=%d", kind(), law, candidates)
        + (block == 0 ? "" : " block=" + block + " value=" + values.settings());
  }

  @Override
  public double mostBlocks(int maxTokens) {
    int horizon = (maxTokens + block(maxTokens) - 1) / block(maxTokens);
    return (double) candidates * horizon;
  }

  @Override
  public <S> Search<S> start(S root, long seed, int maxTokens) {
    return new OneWaySearch<>(root, seed, choice, candidates);
  }
}
