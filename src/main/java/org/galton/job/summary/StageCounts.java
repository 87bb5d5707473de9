package org.galton.job.summary;

import java.io.Serializable;
import org.galton.statistics.Tally;

/**
 * What a stage of a prompt's rollouts came to.
 *
 * @param unscored rollouts drawn that have no verdict
 * @param failed rollouts that could not be drawn, and have not been since
 */
public record StageCounts(int scored, int correct, int unscored, int failed)
    implements Serializable {
  /** Of a prompt without rollouts. */
  public static final StageCounts NOTHING = new StageCounts(0, 0, 0, 0);

  public static StageCounts of(PromptTally tally) {
    Tally verdicts = tally.verdicts();
    return new StageCounts(
        verdicts.rollouts(), verdicts.correct(), tally.unscored(), tally.failed());
  }

  /** Rollouts without a verdict, drawn or not. */
  int without() {
    return unscored + failed;
  }

  /** The verdicts. */
  public Tally tally() {
    return new Tally(scored, correct);
  }
}
