package org.galton.study.play.view;

import org.galton.report.Figures;
import org.galton.report.VisibleText;
import org.galton.study.play.row.TurnRow;

/**
 * A turn as a page shows it.
 *
 * @param number empty for the opening
 * @param said the action, or the call of a tool
 * @param tool whether it was a call
 * @param shown what followed
 * @param board whether that is laid out in lines
 * @param reward empty where it is 0
 * @param note how the episode ended; empty where it goes on
 */
public record ShownTurn(
    String number,
    String said,
    boolean tool,
    String shown,
    boolean board,
    String reward,
    String note,
    boolean won) {
  private static final int LONGEST_ACTION = 200;
  private static final int LONGEST_OBSERVATION = 2_000;

  static ShownTurn of(TurnRow row) {
    String said =
        row.tool() != null
            ? row.tool() + "(" + row.arguments() + ")"
            : row.action() == null ? (row.isAgents() ? "no action" : "") : row.action();
    return new ShownTurn(
        row.isAgents() ? Figures.count(row.turn()) : "",
        VisibleText.line(said, LONGEST_ACTION),
        row.tool() != null,
        VisibleText.of(row.observation(), LONGEST_OBSERVATION),
        row.observation().indexOf('\n') >= 0,
        row.reward() == 0 ? "" : Figures.bits(row.reward()),
        row.outcome(),
        row.won());
  }
}
