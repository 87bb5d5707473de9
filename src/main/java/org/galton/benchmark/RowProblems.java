package org.galton.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.galton.spec.InvalidInput;

/** What is wrong with a file's rows: each reason once, with all rows that have it. */
final class RowProblems {
  private static final int MOST_REASONS = 50;
  private static final int MOST_ROWS = 100;

  private final Map<String, List<Integer>> rows = new LinkedHashMap<>();

  void add(int row, String reason) {
    rows.computeIfAbsent(reason, r -> new ArrayList<>()).add(row);
  }

  /**
   * @throws InvalidInput when something was wrong
   */
  void throwIfAny(String path) {
    List<String> problems =
        rows.entrySet().stream()
            .limit(MOST_REASONS)
            .map(
                problem ->
                    "Cannot read %s %s: %s"
                        .formatted(path, numbers(problem.getValue()), problem.getKey()))
            .collect(Collectors.toCollection(ArrayList::new));
    if (rows.size() > MOST_REASONS) {
      problems.add("… and " + (rows.size() - MOST_REASONS) + " more problems");
    }
    if (!problems.isEmpty()) {
      throw new InvalidInput(problems);
    }
  }

  private static String numbers(List<Integer> rows) {
    String shown =
        rows.stream().limit(MOST_ROWS).map(String::valueOf).collect(Collectors.joining(", "));
    String more = rows.size() > MOST_ROWS ? " and " + (rows.size() - MOST_ROWS) + " more" : "";
    return (rows.size() == 1 ? "row " : "rows ") + shown + more;
  }
}
