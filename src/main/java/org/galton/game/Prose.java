package org.galton.game;

/**
 * What a player knows, in English. Another wording needs another {@link Style#version}: it asks
 * another question.
 */
final class Prose {
  private static final String RULES =
      """
      You play a guessing game together with other people. You cannot talk to them, you do not see \
      their guesses, and you do not know how many they are. In every round each of you names a whole \
      number from 0 to %1$d. The %2$s of all your numbers is compared with a secret target, which \
      stays the same for the whole game. Then everybody is told the same: whether the %2$s was too \
      high or too low. You all win as soon as the %2$s is exactly the target.

      A good way to begin is a binary search: name the middle of the range, and move down when the \
      %2$s was too high and up when it was too low. Let the answers so far be your anchor.
      """;

  private static final String OTHERS =
      """

      Once you have a number in mind, think as a second step of what the others may name, and of \
      what that makes of the %1$s. Players can take different roles, such as those who go high and \
      those who go low: pick the number that best complements what you expect of the others.
      """;

  private Prose() {}

  static String of(Marks marks) {
    StringBuilder text = new StringBuilder();
    marks.persona().ifPresent(persona -> text.append(Personas.text(persona)).append("\n\n"));
    String total = marks.mode() == Mode.SUM ? "sum" : "rounded mean";
    text.append(RULES.formatted(marks.mode().highest(), total));
    if (marks.thought() == Marks.Thought.OTHERS) {
      text.append(OTHERS.formatted(total));
    }
    text.append('\n');
    for (int round = 1; round <= marks.moves().size(); round++) {
      Marks.Move move = marks.moves().get(round - 1);
      text.append(
          "Round %d: you named %d; the %s was %s.\n"
              .formatted(round, move.guess(), total, move.feedback().words()));
    }
    return text.append(
            "This is round %d. Which number do you name? Answer with guess= and the number.\n"
                .formatted(marks.moves().size() + 1))
        .toString();
  }
}
