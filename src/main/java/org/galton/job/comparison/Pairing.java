package org.galton.job.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which cells are compared.
 *
 * @param unpaired cells that have no counterpart
 */
record Pairing(List<CellPair> pairs, List<ComparedCell> unpaired) {

  /** From the most to the least that two cells can agree in. */
  private static final List<Function<ComparedCell, List<String>>> AGREEMENTS =
      List.of(
          cell -> List.of(cell.task(), cell.model(), cell.sampling()),
          cell -> List.of(cell.task(), cell.sampling()),
          cell -> List.of(cell.task()),
          // Rollouts that came in files have the file's name for a task.
          cell -> cell.isGiven() ? List.of() : List.of(cell.task()));

  /**
   * Cells of two runs: those of the same task, model and sampling; of the others those of the same
   * task and sampling, then of the same task, then those given in files, wherever each run has
   * exactly one left.
   */
  static Pairing across(List<ComparedCell> baselines, List<ComparedCell> candidates) {
    List<CellPair> pairs = new ArrayList<>();
    List<ComparedCell> first = new ArrayList<>(baselines);
    List<ComparedCell> second = new ArrayList<>(candidates);
    for (Function<ComparedCell, List<String>> agreement : AGREEMENTS) {
      Map<List<String>, List<ComparedCell>> left = by(agreement, first);
      Map<List<String>, List<ComparedCell>> right = by(agreement, second);
      left.forEach(
          (key, cells) -> {
            List<ComparedCell> others = right.getOrDefault(key, List.of());
            if (cells.size() == 1 && others.size() == 1) {
              pairs.add(new CellPair(cells.get(0), others.get(0)));
              first.remove(cells.get(0));
              second.remove(others.get(0));
            }
          });
    }
    first.addAll(second);
    return new Pairing(List.copyOf(pairs), List.copyOf(first));
  }

  /**
   * Cells of one run: each with every later one of its task that differs in the model or in the
   * sampling but not in both, which would leave open what the difference comes from. Two that are
   * of named generations may differ in both.
   */
  static Pairing within(List<ComparedCell> cells, List<String> generations) {
    List<CellPair> pairs = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      for (int j = i + 1; j < cells.size(); j++) {
        ComparedCell first = cells.get(i);
        ComparedCell second = cells.get(j);
        if (first.task().equals(second.task())
            && (!generations.isEmpty()
                || first.model().equals(second.model())
                || first.sampling().equals(second.sampling()))) {
          pairs.add(new CellPair(first, second));
        }
      }
    }
    Set<ComparedCell> paired =
        pairs.stream()
            .flatMap(pair -> List.of(pair.baseline(), pair.candidate()).stream())
            .collect(Collectors.toSet());
    return new Pairing(
        List.copyOf(pairs), cells.stream().filter(cell -> !paired.contains(cell)).toList());
  }

  private static Map<List<String>, List<ComparedCell>> by(
      Function<ComparedCell, List<String>> agreement, List<ComparedCell> cells) {
    return cells.stream()
        .collect(Collectors.groupingBy(agreement, LinkedHashMap::new, Collectors.toList()));
  }
}
