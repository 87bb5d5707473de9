package org.galton.game.player;

import java.util.List;
import org.galton.game.Feedback;
import org.galton.game.Marks;

/**
 * Two of a kind that make up for one another: the players of seats 2m and 2m + 1 stand equally far
 * above and below a level that all derive from the feedback. Who is above changes from round to
 * round as if by chance, so one player's number says next to nothing of the sum, and the sum
 * follows the level.
 *
 * <p>The level is halved, or goes up half of what is above it, until the feedback first turns; from
 * there it moves by 1/4 a round, and after the next turn by 1/10. Fractions of it are shared out by
 * seat: of ten players, the first n add one at n tenths.
 */
final class Complementary implements Player {
  private static final double STRIDE = 0.25;
  private static final double STEP = 0.1;
  private static final int SHARES = 10;

  @Override
  public int guess(Marks marks, long seed) {
    double level = level(marks);
    int whole = (int) Math.floor(level + 1e-9);
    int extra = marks.seat() % SHARES < Math.round((level - whole) * SHARES) ? 1 : 0;
    int distance =
        Math.max(0, Math.min(whole, marks.mode().highest() - whole - 1) - hash(marks, 1) % 2);
    boolean firstIsAbove = hash(marks, 2) % 2 == 0;
    boolean first = marks.seat() % 2 == 0;
    return marks.mode().clamp(whole + extra + (first == firstIsAbove ? distance : -distance));
  }

  private static double level(Marks marks) {
    double highest = marks.mode().highest();
    double level = highest / 2;
    int turns = 0;
    List<Marks.Move> moves = marks.moves();
    for (int i = 0; i < moves.size(); i++) {
      Feedback feedback = moves.get(i).feedback();
      if (i > 0 && feedback != moves.get(i - 1).feedback()) {
        turns++;
      }
      double way = feedback == Feedback.TOO_HIGH ? -1 : 1;
      if (turns == 0) {
        level += way * (way < 0 ? level : highest - level) / 2;
      } else {
        level += way * (turns == 1 ? STRIDE : STEP);
      }
      level = Math.max(0, Math.min(highest, level));
    }
    return level;
  }

  /** Not negative; a function of the pair, the public feedback and the purpose alone. */
  private static int hash(Marks marks, int purpose) {
    long hash = 31L * (marks.seat() / 2) + purpose;
    for (Marks.Move move : marks.moves()) {
      hash = 3 * hash + move.feedback().ordinal() + 1;
    }
    hash = (hash + 0x9E3779B97F4A7C15L) * 0xBF58476D1CE4E5B9L;
    hash = (hash ^ (hash >>> 29)) * 0x94D049BB133111EBL;
    return (int) (hash >>> 33);
  }
}
