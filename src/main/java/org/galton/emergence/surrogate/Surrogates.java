package org.galton.emergence.surrogate;

import org.galton.emergence.EmergenceSettings;
import org.galton.emergence.NullModel;
import org.galton.numerics.PortableStream;

/** Draws the agents of surrogate groups; for one thread. */
public sealed interface Surrogates
    permits RoundShuffle, OffsetWindows, CircularShift, BlockShuffle, SearchingAgents {

  /** Fills the series of the agents. */
  void draw(PortableStream stream, double[][] agents);

  /** For a null that the group can be tested against. */
  static Surrogates of(NullModel model, PreparedGroup group, EmergenceSettings settings) {
    return switch (model) {
      case ROW -> new RoundShuffle(group);
      case OFFSET ->
          throw new IllegalArgumentException(
              "Cannot draw windows of a group that is one: expected OffsetWindows");
      case SHIFT -> new CircularShift(group);
      case BLOCK ->
          new BlockShuffle(
              group, settings.blockLength().orElseGet(() -> blockLength(group.places())));
      case TIME -> new BlockShuffle(group, 1);
      case FUNCTIONAL -> new SearchingAgents(group);
    };
  }

  /** max(2, cube root of the rounds, rounded up). */
  static int blockLength(int rounds) {
    // Whole-number powers: cbrt of 27 must not become 4.
    int length = 2;
    while ((long) length * length * length < rounds) {
      length++;
    }
    return length;
  }
}
