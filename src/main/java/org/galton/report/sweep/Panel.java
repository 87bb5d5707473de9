package org.galton.report.sweep;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.galton.report.VisibleText;
import org.galton.sweep.SamplingNames;
import org.galton.table.BooksRow;
import org.galton.table.MetricRow;
import org.galton.table.PromptStatisticsRow;

/** What is drawn together: one task under one sampling, for all models. */
public record Panel(String task, String sampling, String samplingName, String title) {

  static List<Panel> of(SweepReport report) {
    Set<List<String>> keys = new LinkedHashSet<>();
    report.books().forEach(row -> keys.add(List.of(row.task(), row.sampling())));
    report.metrics().forEach(row -> keys.add(List.of(row.task(), row.sampling())));
    report.promptStatistics().forEach(row -> keys.add(List.of(row.task(), row.sampling())));
    Map<String, String> names = SamplingNames.of(keys.stream().map(key -> key.get(1)).toList());
    List<Panel> panels = new ArrayList<>();
    for (List<String> key : keys) {
      String name = names.get(key.get(1));
      String title = names.size() > 1 ? key.get(0) + " · " + name : key.get(0);
      panels.add(new Panel(key.get(0), key.get(1), name, VisibleText.line(title, 120)));
    }
    return panels;
  }

  public boolean holds(MetricRow row) {
    return row.task().equals(task) && row.sampling().equals(sampling);
  }

  public boolean holds(PromptStatisticsRow row) {
    return row.task().equals(task) && row.sampling().equals(sampling);
  }

  public boolean holds(BooksRow row) {
    return row.task().equals(task) && row.sampling().equals(sampling);
  }
}
