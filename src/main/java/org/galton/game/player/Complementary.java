package org.galton.game.player;

import org.galton.game.Feedback;
import org.galton.game.Marks;

/**
 * Two of a kind that make up for one another: the players of seats 2m and 2m + 1 stand equally far
 * above and below a level that all derive from the feedback. How far, and who is above, changes
 * from round to round as if by chance, so one player's number says next to nothing of the sum, and
 * the sum follows the level.
 *
 * <p>The level begins at an eighth of the range, doubles until the sum is too high, and halves the
 * interval that the feedback leaves down to a sixteenth of the range; from there the group tries
 * its two ends in turn, each time 1/20 further inside. Tenths of a level are shared out by seat: of
 * ten players, the first n add one at n tenths, so that ten players can hit any sum.
 */
final class Complementary implements Player {
  private static final double STEP = 0.05;
  private static final int SHARES = 10;
  private static final int NARROW = 16;

  // Of the purposes tried, these give sides that follow the level's ups and downs least.
  private static final int DISTANCE = 101;
  private static final int SIDE = 201;

  @Override
  public int guess(Marks marks, long seed) {
    long tenths = Math.round(level(marks) * SHARES);
    int whole = (int) (tenths / SHARES);
    int extra = marks.seat() % SHARES < tenths % SHARES ? 1 : 0;
    int room = Math.min(whole, marks.mode().highest() - whole - 1);
    int distance = Math.max(0, room - hash(marks, DISTANCE) % 2);
    boolean firstIsAbove = hash(marks, SIDE) % 2 == 0;
    boolean first = marks.seat() % 2 == 0;
    return marks.mode().clamp(whole + extra + (first == firstIsAbove ? distance : -distance));
  }

  private static double level(Marks marks) {
    int highest = marks.mode().highest();
    double narrow = (double) highest / NARROW;
    double low = 0;
    double high = highest;
    double level = 2 * narrow;
    for (Marks.Move move : marks.moves()) {
      boolean tooHigh = move.feedback() == Feedback.TOO_HIGH;
      if (tooHigh) {
        high = level;
      } else {
        low = level;
      }
      if (high == highest) {
        level = Math.min(2 * level, highest);
      } else if (high - low > narrow) {
        level = (low + high) / 2;
      } else {
        level = tooHigh ? low + STEP : high - STEP;
      }
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
