package org.galton.study.rates.view;

import java.util.Map;
import org.galton.report.StudySection;
import org.galton.report.sweep.ChartData;
import org.galton.report.sweep.Page;

/** Pass rates of rollouts that Galton did not draw: curves, prompts and metrics as of a sweep. */
record StatsSection(Page figures) implements StudySection {

  @Override
  public Map<String, Object> charts() {
    ChartData charts = figures.charts();
    return Map.of(
        "models", charts.models(),
        "ordered", charts.ordered(),
        "curves", charts.curves(),
        "undrawn", charts.undrawn(),
        "rates", charts.rates(),
        "outcomes", charts.outcomes());
  }
}
