package org.galton.reinforce.tree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.galton.reinforce.row.TrainingSolutionRow;

/**
 * Solutions of prompts that a training remembers, in the order in which they were found. Two of the
 * same tokens are one.
 */
public final class SolutionCache {
  private final Map<Solved, List<TrainingSolutionRow>> solutions = new HashMap<>();
  private int size;

  private record Solved(String task, String promptId) {
    static Solved of(TrainingSolutionRow row) {
      return new Solved(row.task(), row.promptId());
    }
  }

  /** Of a prompt; none where it has none. */
  public List<TrainingSolutionRow> of(String task, String promptId) {
    return List.copyOf(solutions.getOrDefault(new Solved(task, promptId), List.of()));
  }

  /** Of all prompts. */
  public int size() {
    return size;
  }

  /**
   * Of solutions those that are new and for which there is room.
   *
   * @param most of a prompt, those that are here included
   */
  public List<TrainingSolutionRow> news(List<TrainingSolutionRow> found, int most) {
    SolutionCache with = new SolutionCache();
    List<TrainingSolutionRow> news = new ArrayList<>();
    for (TrainingSolutionRow row : found) {
      int known = of(row.task(), row.promptId()).size();
      if (!has(row)
          && !with.has(row)
          && known + with.of(row.task(), row.promptId()).size() < most) {
        with.add(row);
        news.add(row);
      }
    }
    return news;
  }

  private boolean has(TrainingSolutionRow row) {
    return solutions.getOrDefault(Solved.of(row), List.of()).stream()
        .anyMatch(known -> known.tokenIds().equals(row.tokenIds()));
  }

  /** Remembers them all, as they are read back from the tables of a training. */
  public void add(List<TrainingSolutionRow> rows) {
    rows.forEach(this::add);
  }

  private void add(TrainingSolutionRow row) {
    solutions.computeIfAbsent(Solved.of(row), key -> new ArrayList<>()).add(row);
    size++;
  }
}
