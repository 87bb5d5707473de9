package org.galton.game.player;

import java.util.SplittableRandom;
import org.galton.game.Marks;

/**
 * Nobody who coordinates: the first guess is drawn from the lower two fifths of the range, and all
 * later ones evenly from the 9 numbers around it. What the group is told makes no difference.
 */
final class Independent implements Player {
  private static final double LOWER_PART = 0.4;
  private static final int SPREAD = 4;

  @Override
  public int guess(Marks marks, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int highest = marks.mode().highest();
    if (marks.moves().isEmpty()) {
      return (int) (random.nextDouble() * (LOWER_PART * highest + 1));
    }
    int level = marks.moves().get(0).guess();
    return marks.mode().clamp(level - SPREAD + (int) (random.nextDouble() * (2 * SPREAD + 1)));
  }
}
