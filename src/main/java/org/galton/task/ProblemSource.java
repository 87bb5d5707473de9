package org.galton.task;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Problems drawn from cells (kinds of equal weight), split by split. Splits are disjoint because a problem's identity
 * decides its split, whatever seed, cell or options it was drawn with.
 */
final class ProblemSource<P extends Problem> {
  /** Draws in a row that bring nothing new before a cell counts as exhausted. */
  private static final int PATIENCE = 20_000;

  private final String task;
  private final List<Function<Draws, P>> cells;

  ProblemSource(String task, List<Function<Draws, P>> cells) {
    this.task = task;
    this.cells = List.copyOf(cells);
  }

  /** The first problems of a split, no identity twice, one from each cell in turn until a cell has no more. */
  List<P> distinct(Split split, int count, long seed) {
    Set<String> seen = new HashSet<>();
    List<P> problems = new ArrayList<>();
    long[] drawn = new long[cells.size()];
    List<Integer> open = new ArrayList<>();
    while (problems.size() < count) {
      if (open.isEmpty()) {
        openCells(drawn, open);
      }
      if (open.isEmpty()) {
        throw new IllegalArgumentException(
            "Cannot draw %d %s prompts of split %s: its options leave only %d distinct ones; ask for fewer or widen them"
                .formatted(count, task, split, problems.size()));
      }
      int cell = open.remove(0);
      P problem = next(split, seed, cell, drawn, seen);
      if (problem != null) {
        problems.add(problem);
      }
    }
    return problems;
  }

  /** The {@code index}-th problem of the training split, repeats allowed. */
  P training(long seed, long index) {
    for (int attempt = 0; attempt < PATIENCE; attempt++) {
      Draws draws = new Draws(seed, task + " example", index, attempt);
      P problem = draws.oneOf(cells).apply(draws);
      if (problem.split() == Split.TRAIN) {
        return problem;
      }
    }
    throw new IllegalArgumentException(
        "Cannot draw a worked example of %s: its options leave no training problem; widen them".formatted(task));
  }

  private static void openCells(long[] drawn, List<Integer> open) {
    for (int cell = 0; cell < drawn.length; cell++) {
      if (drawn[cell] >= 0) {
        open.add(cell);
      }
    }
  }

  /** The cell's next new problem of the split; null, and the cell's counter negative, when it has no more. */
  private P next(Split split, long seed, int cell, long[] drawn, Set<String> seen) {
    for (int attempt = 0; attempt < PATIENCE; attempt++) {
      P problem = cells.get(cell).apply(new Draws(seed, task + " prompt", cell, drawn[cell]++));
      if (problem.split() == split && seen.add(problem.identity())) {
        return problem;
      }
    }
    drawn[cell] = -1;
    return null;
  }
}
