package org.galton.search;

import java.util.Locale;

/**
 * Explores where a model is unsure, converges where it is sure. Of each prompt it draws a pilot.
 * Where the answers of the pilot spread, a rollout is one completion of the checkpoint without its
 * adapter, at a higher temperature. Where they concentrate, a rollout is a vote over completions
 * with the adapter, at a lower one; where too few agree, it has found nothing.
 *
 * <p>The rule is that of {@link AnswerSpread}: explore if the spread is above a threshold. The
 * pilot looks at no verdict. It is a function of prompt and generation, so all rollouts of a prompt
 * go the same way, whoever draws them.
 *
 * <p>After the advice in Song and others, arXiv 2512.10047: a low action, which votes give, for
 * what a model knows, and a high one to explore.
 *
 * @param mode with {@link Mode#EXPLORE} and {@link Mode#CONVERGE} there is no pilot
 * @param pilot completions of the pilot, drawn without the adapter as the sampling says
 * @param spread of the pilot's answers above which rollouts explore, in [0, 1]
 * @param exploring temperature of rollouts that explore
 * @param converging temperature of the candidates of a vote
 */
public record AdaptiveSampler(
    Mode mode, int pilot, double spread, double exploring, double converging, AnswerVote vote)
    implements SearchSampler {
  public static final String KIND = "adaptive";

  /** Completions of the largest pilot. */
  public static final int MOST_PILOT = 1000;

  /** Who decides which way a rollout is drawn. */
  public enum Mode {
    /** The pilot of its prompt. */
    ADAPTIVE,
    /** Every rollout explores. */
    EXPLORE,
    /** Every rollout is a vote. */
    CONVERGE
  }

  /** A way to draw a rollout. */
  public enum Arm {
    EXPLORE,
    CONVERGE
  }

  public AdaptiveSampler {
    require(pilot >= 2 && pilot <= MOST_PILOT, "pilot", pilot, "2 to " + MOST_PILOT);
    require(spread >= 0 && spread <= 1, "spread", spread, "0 to 1");
    requireTemperature("explore", exploring);
    requireTemperature("converge", converging);
  }

  private static void requireTemperature(String arm, double temperature) {
    require(
        temperature > 0 && Double.isFinite(temperature),
        "temperature of " + arm,
        temperature,
        "above 0, since at 0 every draw is the same");
  }

  private static void require(boolean holds, String key, Object value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException("Invalid " + key + " " + value + ": expected " + expected);
    }
  }

  /**
   * A pilot of 8 with a threshold of 0.5; exploring at 1.3; a vote of 7 of 10 at 0.7. Of 8
   * completions 5 that agree, while 3 go each its own way, have a spread of 0.52; 6 and 2 of 0.35.
   * So a vote is asked for where about three quarters agree. An answer of that probability is
   * accepted with 0.78.
   */
  public static AdaptiveSampler withDefaults() {
    return new AdaptiveSampler(Mode.ADAPTIVE, 8, 0.5, 1.3, 0.7, AnswerVote.of(10));
  }

  /** The same in another mode. */
  public AdaptiveSampler with(Mode other) {
    return new AdaptiveSampler(other, pilot, spread, exploring, converging, vote);
  }

  /** The way that a spread asks for. */
  public Arm armOf(double spreadOfPilot) {
    return spreadOfPilot > spread ? Arm.EXPLORE : Arm.CONVERGE;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public int block(int maxTokens) {
    return maxTokens;
  }

  @Override
  public ValueSource values() {
    return ValueSource.none();
  }

  @Override
  public boolean needsValues(int maxTokens) {
    return false;
  }

  /** Votes are: each has looked at all of its candidates. To explore is to sample plainly. */
  @Override
  public boolean isBiased() {
    return mode != Mode.EXPLORE;
  }

  @Override
  public String settings(int maxTokens) {
    String explored = "explore=" + Settings.shortest(exploring);
    String voted =
        String.format(
            Locale.ROOT,
            "converge=%s candidates=%d votes=%d",
            Settings.shortest(converging),
            vote.candidates(),
            vote.votes());
    return "sampler="
        + switch (mode) {
          case ADAPTIVE ->
              "adaptive(votes) pilot=%d spread=%s %s %s"
                  .formatted(pilot, Settings.shortest(spread), explored, voted);
          case EXPLORE -> "adaptive_explore " + explored;
          case CONVERGE -> "adaptive_converge(votes) " + voted;
        };
  }

  @Override
  public double mostBlocks(int maxTokens) {
    return mode == Mode.EXPLORE ? 1 : vote.candidates();
  }

  @Override
  public double mostSharedBlocks() {
    return mode == Mode.ADAPTIVE ? pilot : 0;
  }
}
