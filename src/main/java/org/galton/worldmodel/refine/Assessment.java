package org.galton.worldmodel.refine;

import java.util.List;
import java.util.Optional;
import org.galton.worldmodel.Game;
import org.galton.worldmodel.WorldFault;
import org.galton.worldmodel.WorldProgram;

/**
 * How far a program agrees with what was seen.
 *
 * @param firstFailure in the order of the tests; empty where all passed
 */
public record Assessment(int tests, int passed, Optional<UnitTest.Failure> firstFailure) {

  /** The share of tests that passed. */
  public double accuracy() {
    return tests == 0 ? 1 : (double) passed / tests;
  }

  /** A text that is no such program passes none. */
  public static Assessment of(Game game, String program, List<UnitTest> tests) {
    WorldProgram world;
    try {
      world = WorldProgram.read(game, program);
    } catch (WorldFault e) {
      return new Assessment(
          tests.size(),
          0,
          tests.stream().findFirst().map(test -> new UnitTest.Failure(test, e.getMessage())));
    }
    int passed = 0;
    UnitTest.Failure first = null;
    for (UnitTest test : tests) {
      Optional<UnitTest.Failure> failure = test.failure(world);
      passed += failure.isEmpty() ? 1 : 0;
      first = first == null ? failure.orElse(null) : first;
    }
    return new Assessment(tests.size(), passed, Optional.ofNullable(first));
  }
}
