package org.galton.job;

import java.io.Serializable;

/** A prompt of a cell, counted for the books and measured. */
record TalliedPrompt(PromptTally tally, PromptFigures figures) implements Serializable {

  static TalliedPrompt of(PromptTally tally, FigureMaker maker) {
    return new TalliedPrompt(tally, maker.figures(tally.counted()));
  }
}
