package org.galton.report;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.galton.table.BooksRow;
import org.galton.table.EmergenceConditionRow;
import org.galton.table.LandscapeRow;

/** What a sweep was made for, and its report opens with. */
enum Opening {
  RATES,
  GROUPS,
  LANDSCAPE;

  /** A study, where every task is one of its conditions; else pass rates. */
  static Opening of(SweepReport report) {
    Set<String> tasks = report.books().stream().map(BooksRow::task).collect(Collectors.toSet());
    if (covers(tasks, report.balance().landscapes().stream().map(LandscapeRow::condition))) {
      return LANDSCAPE;
    }
    return covers(
            tasks, report.emergence().conditions().stream().map(EmergenceConditionRow::condition))
        ? GROUPS
        : RATES;
  }

  private static boolean covers(Set<String> tasks, Stream<String> conditions) {
    Set<String> studied = conditions.collect(Collectors.toSet());
    return !studied.isEmpty() && studied.containsAll(tasks);
  }
}
