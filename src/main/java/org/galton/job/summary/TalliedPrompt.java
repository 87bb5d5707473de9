package org.galton.job.summary;

import java.io.Serializable;
import org.galton.job.figure.FigureMaker;
import org.galton.job.figure.PromptFigures;
import org.galton.statistics.Tally;

/**
 * A prompt of a cell, counted for the books and measured. Its answers stay where they were counted:
 * the driver holds as much for each prompt however many different answers it has.
 *
 * @param unscored rollouts drawn that have no verdict
 * @param failed rollouts that could not be drawn, and have not been since
 */
record TalliedPrompt(
    int unscored, int failed, int abstained, double rewardSum, PromptFigures figures)
    implements Serializable {

  static TalliedPrompt of(PromptTally tally, FigureMaker maker) {
    return new TalliedPrompt(
        tally.unscored(),
        tally.failed(),
        tally.abstained(),
        tally.rewardSum(),
        maker.figures(tally.counted()));
  }

  /** Rollouts with a verdict. */
  int scored() {
    return figures.n();
  }

  Tally tally() {
    return new Tally(figures.n(), figures.correct());
  }
}
