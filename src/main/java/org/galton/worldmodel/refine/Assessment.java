package org.galton.worldmodel.refine;

import java.util.Optional;
import org.galton.worldmodel.WorldFault;

/**
 * How far a program agrees with what was seen.
 *
 * @param firstFailure in the order of the tests; empty where all passed
 */
public record Assessment(int tests, int passed, Optional<Failure> firstFailure) {

  /** The share of tests that passed. */
  public double accuracy() {
    return tests == 0 ? 1 : (double) passed / tests;
  }

  /** A text that is no such program passes none. */
  public static <P> Assessment of(Suite<P> suite, String text) {
    P program;
    try {
      program = suite.reader().apply(text);
    } catch (WorldFault e) {
      Failure unread = new Failure("reading it", "a program", e.getMessage());
      return new Assessment(suite.checks().size(), 0, Optional.of(unread));
    }
    int passed = 0;
    Optional<Failure> first = Optional.empty();
    for (Check<P> check : suite.checks()) {
      Optional<Failure> failure = check.failure(program);
      passed += failure.isEmpty() ? 1 : 0;
      first = first.isPresent() ? first : failure;
    }
    return new Assessment(suite.checks().size(), passed, first);
  }
}
