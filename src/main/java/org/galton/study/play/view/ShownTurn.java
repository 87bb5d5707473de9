package org.galton.study.play.view;

import org.galton.report.Figures;
import org.galton.report.VisibleText;
import org.galton.study.play.row.TurnRow;

/**
 * A turn as a page shows it.
 *
 * @param number empty for the opening
 * @param who spoke
 * @param said the action, or the call of a tool
 * @param shown what followed
 * @param board whether that is laid out in lines
 * @param reward empty where it is 0
 * @param note how the episode ended; empty where it goes on
 */
public record ShownTurn(
    String number,
    String who,
    String said,
    String shown,
    boolean board,
    String reward,
    String note,
    boolean won) {
  private static final int LONGEST_ACTION = 200;
  private static final int LONGEST_OBSERVATION = 2_000;

  static ShownTurn of(TurnRow row) {
    return new ShownTurn(
        row.isOpening() ? "" : Figures.count(row.turn()),
        who(row),
        VisibleText.line(SaidTurn.of(row), LONGEST_ACTION),
        VisibleText.of(row.observation(), LONGEST_OBSERVATION),
        row.observation().indexOf('\n') >= 0,
        row.reward() == 0 ? "" : Figures.bits(row.reward()),
        row.outcome(),
        row.won());
  }

  private static String who(TurnRow row) {
    return row.isAgents() ? row.isCall() ? "calls" : "agent" : VisibleText.line(row.role(), 20);
  }
}
