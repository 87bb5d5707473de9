package org.galton.view.conversation;

import org.galton.environment.PlayedTurn;
import org.galton.environment.State;
import org.galton.report.Figures;
import org.galton.report.VisibleText;

/**
 * A turn of an episode.
 *
 * @param said the answer; empty where it is the action and no more
 * @param action that was read from it; empty where there was none
 * @param shown what followed
 * @param board whether that is laid out in lines
 * @param reward empty where it is 0
 * @param note how the episode ended; empty where it goes on
 */
public record EpisodeTurn(
    int number,
    String said,
    String action,
    String shown,
    boolean board,
    String reward,
    String note,
    boolean won) {
  private static final int LONGEST = 4_000;

  static EpisodeTurn of(PlayedTurn turn) {
    State state = turn.state();
    String action = turn.action().orElse("");
    return new EpisodeTurn(
        state.turn(),
        turn.answer().strip().equals(action) ? "" : VisibleText.of(turn.answer(), LONGEST),
        VisibleText.line(action, LONGEST),
        VisibleText.of(state.observation(), LONGEST),
        state.observation().indexOf('\n') >= 0,
        state.reward() == 0 ? "" : Figures.bits(state.reward()),
        state.outcome(),
        state.won());
  }
}
