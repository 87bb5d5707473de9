package org.galton.job.sweep;

import java.util.List;
import org.galton.judging.JudgedValues;
import org.galton.search.SearchSampler;
import org.galton.search.ValueSource;
import org.galton.sweep.CellPlan;

/** Asks every model that judges partial completions one question before anything is drawn. */
final class ValueTrial {
  private ValueTrial() {}

  /**
   * @throws org.galton.spec.InvalidInput when a model cannot be asked
   * @throws org.galton.table.store.Unfinished when a server is not there
   */
  static void run(List<CellPlan> cells) {
    cells.stream()
        .filter(cell -> cell.missing() > 0)
        .flatMap(cell -> cell.cell().sampler().stream())
        .map(SearchSampler::values)
        .filter(ValueSource.Judged.class::isInstance)
        .map(ValueSource.Judged.class::cast)
        .distinct()
        .forEach(ValueTrial::ask);
  }

  private static void ask(ValueSource.Judged judge) {
    try (JudgedValues values = new JudgedValues(judge)) {
      values.tryOut();
    }
  }
}
