package org.galton.game.player;

import java.util.SplittableRandom;
import java.util.function.Function;
import org.galton.game.Feedback;
import org.galton.game.Marks;

/**
 * Halves, or divides otherwise by its {@link Temperament}, the interval that its own guesses and
 * the group's feedback leave. An interval that is used up opens again around the last guess,
 * because the others move too.
 */
final class BinarySearch implements Player {
  private final Function<Marks, Temperament> temperaments;

  private BinarySearch(Function<Marks, Temperament> temperaments) {
    this.temperaments = temperaments;
  }

  /** Each by its own temperament. */
  static BinarySearch ofPersonas() {
    return new BinarySearch(Temperament::of);
  }

  /** All alike and without chance, so that all name the same number. */
  static BinarySearch inLockstep() {
    return new BinarySearch(marks -> Temperament.EVEN);
  }

  @Override
  public int guess(Marks marks, long seed) {
    Temperament temperament = temperaments.apply(marks);
    int highest = marks.mode().highest();
    int low = 0;
    int high = highest;
    for (Marks.Move move : marks.moves()) {
      int level = move.guess() - temperament.offset();
      if (move.feedback() == Feedback.TOO_HIGH) {
        high = Math.max(level - 1, 0);
      } else {
        low = Math.min(level + 1, highest);
      }
      if (low >= high) {
        low = Math.max(0, level - temperament.reach());
        high = Math.min(highest, level + temperament.reach());
      }
    }
    SplittableRandom random = new SplittableRandom(seed);
    double noise = random.nextDouble() + random.nextDouble() - 1;
    double level = low + temperament.speed() * (high - low) + temperament.jitter() * noise;
    return marks.mode().clamp(Math.round(level) + temperament.offset());
  }
}
