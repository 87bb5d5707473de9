package org.galton.game.player;

import org.galton.game.Marks;

/**
 * How a player searches.
 *
 * @param speed where in the interval left it guesses: 0 at the lower end, 1 at the upper
 * @param jitter largest chance deviation, in numbers
 * @param offset what it adds to its level
 * @param reach how far it looks around its last level once the interval is used up
 */
record Temperament(double speed, double jitter, int offset, int reach) {
  /** Halves the interval and leaves nothing to chance. */
  static final Temperament EVEN = new Temperament(0.5, 0, 0, 3);

  private static final Temperament PLAIN = new Temperament(0.5, 0.8, 0, 3);

  /**
   * Of a plain player, speed 0.5. Of persona p (0 to 19), a speed from 0.3 to 0.7 and a jitter of
   * its own. One who thinks of the others also keeps 1 to 4 above or below its level, every second
   * persona above, and looks around less far.
   */
  static Temperament of(Marks marks) {
    if (marks.persona().isEmpty()) {
      return PLAIN;
    }
    int persona = marks.persona().getAsInt();
    double speed = 0.3 + 0.4 * persona / 19;
    double jitter = 0.5 + 0.5 * (persona * 7 % 5);
    if (marks.thought() == Marks.Thought.OWN) {
      return new Temperament(speed, jitter, 0, 3);
    }
    int size = 1 + persona / 2 % 4;
    return new Temperament(speed, jitter, persona % 2 == 0 ? size : -size, 2);
  }
}
