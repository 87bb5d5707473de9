package org.galton.game;

import java.util.List;
import org.galton.chat.Dialogue;

/**
 * A point in the course of a game that several players play round by round. Immutable; what follows
 * is a function of the position and the answers alone.
 */
public interface Position {
  /**
   * What each player is asked now, by seat; none when the game is over, or when a round passes in
   * which nobody is asked.
   */
  List<String> turns();

  /** The same as chats, by seat; none where each player is asked in one text. */
  default List<Dialogue> dialogues() {
    return List.of();
  }

  /**
   * The role that each player has now, by seat, where different models may take different roles;
   * none where one model plays everybody.
   */
  default List<String> roles() {
    return List.of();
  }

  /**
   * The position after a round.
   *
   * @param answers what each player said, by seat, as it came
   * @throws IllegalArgumentException unless there is one answer for each turn
   */
  Position after(List<String> answers);

  /**
   * The same, for a position whose transcript tells how long answers were.
   *
   * @param tokens of each answer, by seat; none where they are not known
   */
  default Position after(List<String> answers, List<Integer> tokens) {
    return after(answers);
  }

  boolean over();

  /** The rounds so far as JSON Lines. */
  String transcript();
}
