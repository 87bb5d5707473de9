package org.galton.view.conversation;

import org.galton.game.Condition;
import org.galton.game.Guess;
import org.galton.game.SearchGame;
import org.galton.game.SearchRound;
import org.galton.report.VisibleText;

/**
 * What a player said in a round.
 *
 * @param player as the table {@code trajectories} names it
 * @param persona its letter; empty where nobody was told of personas
 * @param text empty where it is the number and no more
 * @param number what it counts as
 * @param note why it counts as that; empty where it says so itself
 */
public record PlayerAnswer(String player, String persona, String text, int number, String note) {
  private static final int LONGEST = 2_000;

  static PlayerAnswer of(SearchGame game, int seat, SearchRound round) {
    String said = round.answers().get(seat);
    int number = round.guesses().get(seat);
    return new PlayerAnswer(
        SearchRound.player(seat),
        game.rules().condition() == Condition.PLAIN
            ? ""
            : game.personaMarks().substring(seat, seat + 1),
        said.strip().equals(Integer.toString(number)) ? "" : VisibleText.of(said, LONGEST),
        number,
        note(Guess.read(said, game.rules().mode()), number));
  }

  private static String note(Guess read, int number) {
    if (read.value() != number) {
      return "read by other rules than now";
    }
    return switch (read.reading()) {
      case READ -> "";
      case CLAMPED -> "out of range";
      case UNPARSED -> "no number";
    };
  }
}
