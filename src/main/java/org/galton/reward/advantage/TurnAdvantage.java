package org.galton.reward.advantage;

import java.util.Arrays;
import java.util.List;

/**
 * How good each turn of an episode was, by its {@link Returns return}: turns are compared with
 * those of all prompts of a batch, or with none. A rollout of one completion is an episode of one
 * turn.
 */
public sealed interface TurnAdvantage extends Advantage permits ReturnAdvantage, ReturnNormalised {

  /**
   * One advantage a turn, in the order of the returns.
   *
   * @param returns of all turns of all episodes of a batch, each finite
   * @throws IllegalArgumentException when one is not
   */
  double[] ofTurns(double[] returns);

  /** Every form. */
  static List<TurnAdvantage> forms() {
    return List.of(ReturnAdvantage.plain(), ReturnAdvantage.lessTheMean(), new ReturnNormalised());
  }

  @Override
  default double[][] of(double[][] rewardsByPrompt) {
    double[] all =
        ofTurns(Arrays.stream(rewardsByPrompt).flatMapToDouble(Arrays::stream).toArray());
    double[][] byPrompt = new double[rewardsByPrompt.length][];
    int at = 0;
    for (int prompt = 0; prompt < byPrompt.length; prompt++) {
      byPrompt[prompt] = Arrays.copyOfRange(all, at, at + rewardsByPrompt[prompt].length);
      at += byPrompt[prompt].length;
    }
    return byPrompt;
  }

  @Override
  default boolean keepsFactors() {
    return true;
  }
}
