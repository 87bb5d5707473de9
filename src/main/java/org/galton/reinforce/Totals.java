package org.galton.reinforce;

import java.util.List;
import java.util.Optional;

/**
 * What a training has used up to a step.
 *
 * @param step steps taken
 * @param changed the last step that changed a weight; 0 where none did
 * @param secondsLearned those of Spark included
 * @param secondsStored measuring is apart
 */
record Totals(
    int step,
    int changed,
    long promptTokens,
    long tokensDrawn,
    long tokensLearned,
    double secondsDrawn,
    double secondsJudged,
    double secondsLearned,
    double secondsStored,
    double cpuSeconds) {
  static final Totals NONE = new Totals(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  static final int NUMBERS = 10;

  /**
   * After one step more.
   *
   * @param learned from; nothing where no weight was changed
   */
  Totals after(List<JudgedGroup> groups, Optional<StepBatch> learned, PhaseClock clock) {
    long prompts = groups.stream().mapToLong(group -> group.drawn().promptTokens()).sum();
    long drawn = groups.stream().mapToLong(group -> group.drawn().drawnTokens()).sum();
    return new Totals(
        step + 1,
        learned.isPresent() ? step + 1 : changed,
        promptTokens + prompts,
        tokensDrawn + drawn,
        tokensLearned + learned.map(batch -> batch.objective().tokens()).orElse(0L),
        secondsDrawn + clock.seconds(Phase.DRAWING),
        secondsJudged + clock.seconds(Phase.JUDGING),
        secondsLearned + clock.seconds(Phase.LEARNING) + clock.seconds(Phase.SPARK),
        secondsStored + clock.seconds(Phase.STORING),
        cpuSeconds + clock.cpuSeconds());
  }

  double seconds() {
    return secondsDrawn + secondsJudged + secondsLearned + secondsStored;
  }

  double flopsDrawn(long parameters) {
    return 2.0 * parameters * (promptTokens + tokensDrawn);
  }

  double flopsLearned(long parameters) {
    return 6.0 * parameters * tokensLearned;
  }

  double flops(long parameters) {
    return flopsDrawn(parameters) + flopsLearned(parameters);
  }

  long[] numbers() {
    return new long[] {
      step,
      changed,
      promptTokens,
      tokensDrawn,
      tokensLearned,
      Double.doubleToRawLongBits(secondsDrawn),
      Double.doubleToRawLongBits(secondsJudged),
      Double.doubleToRawLongBits(secondsLearned),
      Double.doubleToRawLongBits(secondsStored),
      Double.doubleToRawLongBits(cpuSeconds)
    };
  }

  static Totals of(long[] numbers) {
    return new Totals(
        (int) numbers[0],
        (int) numbers[1],
        numbers[2],
        numbers[3],
        numbers[4],
        Double.longBitsToDouble(numbers[5]),
        Double.longBitsToDouble(numbers[6]),
        Double.longBitsToDouble(numbers[7]),
        Double.longBitsToDouble(numbers[8]),
        Double.longBitsToDouble(numbers[9]));
  }
}
