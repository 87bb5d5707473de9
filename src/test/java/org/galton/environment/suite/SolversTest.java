package org.galton.environment.suite;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Solvers that take longer, on 1,000 seeds each. */
@Tag("slow")
final class SolversTest {
  @ParameterizedTest
  @CsvSource({
    "mastermind/hard, 30",
    "wordle/easy, 15",
    "wordle/hard, 25",
    "hangman/hard, 20",
    "fifteen/hard, 28",
    "sudoku/hard, 31",
    "sokoban/hard, 45",
    "lookup/easy, 2",
    "lookup/hard, 4",
    "code/easy, 2",
    "code/hard, 2"
  })
  void aSolverWinsWithinItsBoundOnAThousandSeeds(String id, int bound) {
    EnvironmentsTest.assertWon(EnvironmentsTest.solved(id, 1_000), bound);
  }
}
