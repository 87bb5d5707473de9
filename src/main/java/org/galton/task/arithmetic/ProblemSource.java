package org.galton.task.arithmetic;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.function.Function;
import org.galton.task.IndexedStream;
import org.galton.task.Split;

/**
 * Problems drawn from cells (kinds of equal weight), split by split. Splits are disjoint because a
 * problem's identity decides its split, whatever seed, cell or options it was drawn with.
 */
final class ProblemSource<P extends Problem> {
  /** Draws in a row that bring nothing new before a cell counts as exhausted. */
  private static final int PATIENCE = 20_000;

  private final String task;
  private final List<Function<IndexedStream, P>> cells;

  ProblemSource(String task, List<Function<IndexedStream, P>> cells) {
    this.task = task;
    this.cells = List.copyOf(cells);
  }

  /** No identity twice; one problem from each cell in turn until a cell has no more. */
  List<P> distinct(Split split, int count, long seed) {
    Set<String> seen = new HashSet<>();
    List<P> problems = new ArrayList<>();
    Queue<Drawing> open = new ArrayDeque<>();
    for (int cell = 0; cell < cells.size(); cell++) {
      open.add(new Drawing(split, seed, cell));
    }
    while (problems.size() < count) {
      if (open.isEmpty()) {
        throw new IllegalArgumentException(
            ("Cannot draw %d prompts of %s, split %s: its options leave only %d distinct ones;"
                    + " ask for fewer or widen them")
                .formatted(count, task, split, problems.size()));
      }
      Drawing drawing = open.remove();
      Optional<P> problem = drawing.next(seen);
      problem.ifPresent(
          found -> {
            problems.add(found);
            open.add(drawing);
          });
    }
    return problems;
  }

  /** The {@code index}-th problem of the training split, repeats allowed. */
  P training(long seed, long index) {
    for (int attempt = 0; attempt < PATIENCE; attempt++) {
      IndexedStream draws = new IndexedStream(seed, task + " example", index, attempt);
      P problem = draws.oneOf(cells).apply(draws);
      if (problem.split() == Split.TRAIN) {
        return problem;
      }
    }
    throw new IllegalArgumentException(
        "Cannot draw a worked example of %s: its options leave no training problem; widen them"
            .formatted(task));
  }

  /** How far one cell has been drawn. */
  private final class Drawing {
    private final Split split;
    private final long seed;
    private final int cell;
    private long drawn;

    Drawing(Split split, long seed, int cell) {
      this.split = split;
      this.seed = seed;
      this.cell = cell;
    }

    Optional<P> next(Set<String> seen) {
      for (int attempt = 0; attempt < PATIENCE; attempt++) {
        P problem = cells.get(cell).apply(new IndexedStream(seed, task + " prompt", cell, drawn++));
        if (problem.split() == split && seen.add(problem.identity())) {
          return Optional.of(problem);
        }
      }
      return Optional.empty();
    }
  }
}
