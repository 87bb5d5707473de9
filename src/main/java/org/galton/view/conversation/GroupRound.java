package org.galton.view.conversation;

import java.util.ArrayList;
import java.util.List;
import org.galton.game.Feedback;
import org.galton.game.Mode;
import org.galton.game.SearchGame;
import org.galton.game.SearchRound;

/**
 * A round: what the players said, and what they were told.
 *
 * @param total what the numbers came to, such as {@code Sum 75}
 * @param told the host's words to all players
 * @param distance of the total from the target, in words
 * @param left targets that the totals up to here leave
 * @param isHit whether it ended the game
 * @param reach of the total on a track of 1,000 units
 * @param mark where the target stands on it
 */
public record GroupRound(
    int number,
    List<PlayerAnswer> answers,
    String total,
    String told,
    String distance,
    String left,
    boolean isHit,
    long reach,
    long mark) {
  private static final int TRACK = 1_000;

  static GroupRound of(SearchGame game, SearchRound round, PossibleTargets left, int highest) {
    Mode mode = game.rules().mode();
    int value = mode.value(round.guesses());
    List<PlayerAnswer> answers = new ArrayList<>();
    for (int seat = 0; seat < round.answers().size(); seat++) {
      answers.add(PlayerAnswer.of(game, seat, round));
    }
    return new GroupRound(
        round.round(),
        answers,
        (mode == Mode.SUM ? "Sum " : "Mean ") + value,
        round.feedback().words(),
        distance(value - game.target()),
        left.toString(),
        round.feedback() == Feedback.CORRECT,
        Math.round((double) TRACK * value / highest),
        Math.round((double) TRACK * game.target() / highest));
  }

  private static String distance(int beyond) {
    return beyond == 0
        ? "on the target"
        : Math.abs(beyond) + (beyond > 0 ? " above" : " below") + " the target";
  }
}
