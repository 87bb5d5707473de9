package org.galton.view.page;

import org.galton.report.Figures;
import org.galton.report.VisibleText;

/**
 * How often an answer was given.
 *
 * @param answer null where none was found
 * @param share of the cell's rollouts
 * @param query of the page of these rollouts; of all with this verdict where the answer is empty or
 *     there is none
 */
record AnswerBar(String answer, String verdict, long rollouts, double share, String query) {
  public String shown() {
    return answer == null ? "no answer" : VisibleText.line(answer, 200);
  }

  public String count() {
    return Figures.count(rollouts);
  }

  public String percent() {
    return Figures.percent(share);
  }

  /** In thousandths. */
  public long width() {
    return Math.round(1000 * share);
  }
}
