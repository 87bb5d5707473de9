package org.galton.report.sweep;

import org.galton.report.Figures;
import org.galton.report.VisibleText;

/**
 * A model of the sweep.
 *
 * @param label short name, for charts and columns
 * @param step training step, null where not known
 * @param trainingFlops null where not known
 */
record ModelEntry(String name, String label, Long step, Double trainingFlops) {

  public String shownName() {
    return VisibleText.line(name, 120);
  }

  public String stepText() {
    return step == null ? "–" : Figures.count(step);
  }

  public String computeText() {
    return trainingFlops == null ? "–" : Figures.scientific(trainingFlops);
  }
}
