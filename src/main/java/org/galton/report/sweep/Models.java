package org.galton.report.sweep;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.galton.model.ModelCard;
import org.galton.report.VisibleText;
import org.galton.table.BooksRow;
import org.galton.table.MetricRow;
import org.galton.table.PromptStatisticsRow;

/** The models of a sweep: families in the order of the tables, checkpoints in that of training. */
final class Models {
  private static final int LONGEST_LABEL = 24;

  private final List<ModelEntry> entries;

  private Models(List<ModelEntry> entries) {
    this.entries = entries;
  }

  static Models of(SweepReport report) {
    Map<String, ModelEntry> known = new LinkedHashMap<>();
    for (MetricRow row : report.metrics()) {
      known.putIfAbsent(
          row.model(), new ModelEntry(row.model(), "", row.step(), row.trainingFlops()));
    }
    for (BooksRow row : report.books()) {
      known.putIfAbsent(row.model(), new ModelEntry(row.model(), "", null, null));
    }
    for (PromptStatisticsRow row : report.promptStatistics()) {
      known.putIfAbsent(row.model(), new ModelEntry(row.model(), "", null, null));
    }
    List<String> families = known.keySet().stream().map(ModelCard::family).distinct().toList();
    List<ModelEntry> sorted = new ArrayList<>(known.values());
    sorted.sort(
        Comparator.comparing((ModelEntry m) -> families.indexOf(ModelCard.family(m.name())))
            .thenComparing(ModelEntry::trainingFlops, Comparator.nullsLast(Double::compare))
            .thenComparing(ModelEntry::step, Comparator.nullsLast(Long::compare))
            .thenComparing(model -> model.name().length())
            .thenComparing(ModelEntry::name));
    return new Models(sorted.stream().map(model -> labelled(model, families.size() == 1)).toList());
  }

  List<ModelEntry> entries() {
    return entries;
  }

  /** Whether all are checkpoints of one training, so that their order has a meaning. */
  boolean ordered() {
    return entries.stream().map(model -> ModelCard.family(model.name())).distinct().count() == 1;
  }

  private static ModelEntry labelled(ModelEntry model, boolean oneFamily) {
    String name = model.name();
    String suffix = name.substring(ModelCard.family(name).length());
    String label =
        oneFamily && !suffix.isEmpty() ? suffix : name.substring(name.lastIndexOf('/') + 1);
    if (label.length() > LONGEST_LABEL) {
      label = "…" + label.substring(label.length() - LONGEST_LABEL + 1);
    }
    return new ModelEntry(
        name, VisibleText.line(label, LONGEST_LABEL), model.step(), model.trainingFlops());
  }
}
